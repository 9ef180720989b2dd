/** The checks that all tokenizers share, and the words of their errors. */

/** @throws where a list holds what is no token, naming it and its place */
export function checkTokens(who: string, tokens: readonly number[], size: number): void {
  for (const [place, id] of tokens.entries()) {
    if (!Number.isInteger(id) || id < 0 || id >= size)
      throw new Error(
        `${who}: there is no token ${id} (place ${place} of the list): tokens are 0 to ${size - 1}`,
      );
  }
}

/** @throws when the text to learn from is empty */
export function checkText(who: string, text: string): void {
  if (text.length === 0)
    throw new Error(`${who}: the text is empty: there is nothing to learn from`);
}

/** @throws when a wanted size is not a whole number of at least `least`, which `why` explains */
export function checkSize(who: string, size: number, least: number, why: string): void {
  if (!Number.isInteger(size) || size < least)
    throw new Error(
      `${who}: size is ${size}, but must be a whole number of at least ${least}: ${why}`,
    );
}

/** @throws when two entries of a vocabulary are the same */
export function checkDistinct(who: string, entries: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const [id, entry] of entries.entries()) {
    const other = seen.get(entry);
    if (other !== undefined)
      throw new Error(`${who}: tokens ${other} and ${id} are the same: ${JSON.stringify(entry)}`);
    seen.set(entry, id);
  }
}

/** Where in a text something stands, for people: `line 2, character 5`. Characters are code points. */
export function place(text: string, index: number): string {
  const lines = text.slice(0, index).split("\n");
  return `line ${lines.length}, character ${[...(lines.at(-1) ?? "")].length + 1}`;
}

/** A character for people: `"é" (U+00E9)`. */
export function showCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `${JSON.stringify(character)} (U+${code.toString(16).toUpperCase().padStart(4, "0")})`;
}

/** The order of strings that JavaScript's own sort has, by UTF-16 units: the same in every engine and language. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A saved tokenizer, read as JSON but not yet believed. */
export type Saved = Record<string, unknown>;

const damaged = (field: string, expected: string) =>
  new Error(`loadTokenizer: the saved tokenizer is damaged: "${field}" must be ${expected}`);

/** A saved field that must be a list whose items pass a test. */
export function listOf<T>(
  saved: Saved,
  field: string,
  expected: string,
  test: (item: unknown) => item is T,
): T[] {
  const list = saved[field];
  if (!Array.isArray(list) || !list.every(test)) throw damaged(field, `a list of ${expected}`);
  return list;
}

export const isString = (value: unknown): value is string => typeof value === "string";

/** A saved field that must be a string, or absent. */
export function maybeString(saved: Saved, field: string): string | undefined {
  const value = saved[field];
  if (value !== undefined && !isString(value)) throw damaged(field, "a text");
  return value;
}

/** A saved field that must be true or false. */
export function boolean(saved: Saved, field: string): boolean {
  const value = saved[field];
  if (typeof value !== "boolean") throw damaged(field, "true or false");
  return value;
}
