import type { InputValue } from "../display/kinds/input/input.ts";
import { type Modules, order } from "./graph.ts";
import type { ModuleId } from "./types.ts";

export type { InputValue };
export type Inputs = Readonly<Record<string, InputValue>>;

/** What a result is made from: a digest of each text that it depends on, and of each control's value. */
export type Ingredients = Readonly<Record<string, string>>;

/** The ingredients of a cell as things stand now: its own text and inputs, and those of all that it imports. */
export function ingredients(
  modules: Modules,
  id: ModuleId,
  textOf: (id: ModuleId) => string,
  inputsOf: (id: ModuleId) => Inputs,
): Ingredients {
  const found: Record<string, string> = {};
  for (const one of order(modules, id)) {
    found[one] = digest(textOf(one));
    for (const [name, value] of Object.entries(inputsOf(one)))
      found[`${one}?${name}`] = tell(value);
  }
  return found;
}

/** A file is told by what a system knows of it: to read it may take long. */
const tell = (value: InputValue): string =>
  JSON.stringify(value instanceof File ? [value.name, value.size, value.lastModified] : value);

/** One short string for a set of ingredients. */
export function versionOf(parts: Ingredients): string {
  return digest(JSON.stringify(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** The ingredients that differ between two versions, such as `03-attention/cells/keys.ts` or `…/keys.ts?size`. */
export function differences(before: Ingredients, after: Ingredients): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]);
}

/** 53 bits of a text's digest (cyrb53): enough to tell two texts of a chapter apart. */
export function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
