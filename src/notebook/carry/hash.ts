/** Whether an address brings edits along. */
export const holdsShared = (hash: string): boolean => hash.startsWith("#edits=");
