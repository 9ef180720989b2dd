import { type Display, describe } from "./display.ts";
import { currentHost, type KeepOptions } from "./host.ts";
import { makeGroup } from "./kinds/group/group.ts";
import { type InputDisplay, makeInput } from "./kinds/input/input.ts";
import { cut, limits } from "./kinds/kind.ts";
import { keptName, readBranch } from "./kinds/written/written.ts";

export { type Display, describe } from "./display.ts";
export { type Host, type KeepOptions, setHost } from "./host.ts";
export { added } from "./kinds/added/added.ts";
export { type ArrowParts, arrows } from "./kinds/arrows/arrows.ts";
export { type BarsOptions, bars } from "./kinds/bars/bars.ts";
export { boxes } from "./kinds/boxes/boxes.ts";
export { files } from "./kinds/files/files.ts";
export { heads } from "./kinds/heads/heads.ts";
export { type InputDisplay, withValue } from "./kinds/input/input.ts";
export { line } from "./kinds/line/line.ts";
export { lookup } from "./kinds/lookup/lookup.ts";
export { type JoinedParts, merges } from "./kinds/merges/merges.ts";
export { type LayerParts, network } from "./kinds/network/network.ts";
export { type Piece, pieces } from "./kinds/pieces/pieces.ts";
export { product } from "./kinds/product/product.ts";
export { scatter } from "./kinds/scatter/scatter.ts";
export { spread } from "./kinds/spread/spread.ts";
export { table } from "./kinds/table/table.ts";
export { heatmap } from "./kinds/tensor/tensor.ts";
export { tokens } from "./kinds/tokens/tokens.ts";
export { type BranchParts, tree } from "./kinds/tree/tree.ts";
export { wiring } from "./kinds/wiring/wiring.ts";
export {
  type Candidate,
  type WrittenParts,
  type WrittenToken,
  written,
} from "./kinds/written/written.ts";

/** Shows a value while the cell runs. Showing again under the same `key` replaces what was there. */
export function show(value: unknown, key?: string): void {
  currentHost().show(describe(value), key);
}

/** Tells how far a long run has come: `done` of `total`. */
export function progress(done: number, total: number, note?: string): void {
  currentHost().progress(done, total, note);
}

/**
 * Aborted when the reader presses *Finish here*, which a cell that imports this has while it runs: it then ends with what it has, and a later run
 * goes on from what it kept. When its result is needed anew and nothing was asked for since, it is aborted from the beginning.
 */
export const finishing = (): AbortSignal => currentHost().finishing();

/**
 * What this cell kept under a name when it last ran from the same texts and controls, in this browser or, where it was published, when the book was built;
 * undefined where there is nothing, and always in Node.
 */
export const kept = (name: string): Promise<Uint8Array | undefined> => currentHost().kept(name);

/**
 * Keeps bytes for the next run of this cell, in place of what was under the name.
 * @throws when the browser has no room for them or keeps nothing
 */
export const keep = (name: string, bytes: Uint8Array, options?: KeepOptions): Promise<void> =>
  currentHost().keep(name, bytes, options);

/** Displays side by side, where there is room. */
export const beside = (...things: unknown[]): Display => makeGroup("row", things.map(describe));

/** Displays one under the other. */
export const stack = (...things: unknown[]): Display => makeGroup("column", things.map(describe));

/** A slider on the page; gives its position, which is `value` until the reader moves it. */
export function slider(
  name: string,
  { min, max, step, value }: { min: number; max: number; step?: number; value: number },
): number {
  if (!(min < max))
    throw new Error(`slider "${name}": min must be less than max, got ${min} and ${max}`);
  const size =
    step ??
    (Number.isInteger(min) && Number.isInteger(max) && max - min >= 5 ? 1 : (max - min) / 100);
  return ask({ kind: "input", name, control: "slider", min, max, step: size, value }) as number;
}

/** A choice among `options`; gives the one chosen, at first `value` or the first. */
export function choice<const Option extends string>(
  name: string,
  { options, value }: { options: readonly Option[]; value?: NoInfer<Option> },
): Option {
  const [first] = options;
  if (first === undefined) throw new Error(`choice "${name}": needs at least one option`);
  return ask({
    kind: "input",
    name,
    control: "choice",
    options: [...options],
    value: value ?? first,
  }) as Option;
}

/** A box to tick; gives whether it is ticked. */
export function toggle(name: string, { value = false }: { value?: boolean } = {}): boolean {
  return ask({ kind: "input", name, control: "toggle", value }) as boolean;
}

/** A line of text that the reader can change. */
export function text(
  name: string,
  { value = "", placeholder }: { value?: string; placeholder?: string } = {},
): string {
  return ask({
    kind: "input",
    name,
    control: "text",
    value: cut(value, limits.text),
    ...(placeholder === undefined ? {} : { placeholder }),
  }) as string;
}

/**
 * The ids of the tokens that the reader wants at the beginning of what is written: [] until they take another branch in the `written` of the same
 * name. A branch with an id that is not below `vocabulary`, as after a change of the tokenizer, counts as none.
 */
export function branch(name: string, { vocabulary }: { vocabulary?: number } = {}): number[] {
  // Not shown: `written` is its control.
  const asked = { kind: "input", name: keptName(name), control: "text", value: "" } as const;
  return readBranch(currentHost().input(makeInput(asked)).value, vocabulary);
}

/**
 * A file that the reader chooses or drops; where `paste`, also a text that they put in. Undefined until then, and always in Node.
 * @param accept which files may be chosen, as in HTML: `".txt,text/*"`
 */
export function file(
  name: string,
  { accept, paste }: { accept?: string; paste?: boolean } = {},
): File | undefined {
  ask({
    ...{ kind: "input", name, control: "file", value: "" },
    ...(accept === undefined ? {} : { accept }),
    ...(paste ? { paste } : {}),
  });
  return currentHost().file(name);
}

function ask(input: InputDisplay): number | string | boolean {
  const answer = makeInput({ ...currentHost().input(input), initial: input.value });
  currentHost().show(answer, `input:${input.name}`);
  return answer.value;
}
