import { digest } from "../display/digest.ts";
import type { InputValue } from "../display/kinds/input/input.ts";
import { type Modules, order } from "./graph.ts";
import type { ModuleId } from "./types.ts";

export { digest, type InputValue };
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
