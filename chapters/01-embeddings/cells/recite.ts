import { slider, stack, table, tokens } from "@humpty/display";
import { spell, text } from "../../00-start/cells/letters.ts";
import { history } from "./history.ts";
import { withNumbers, withVectors } from "./rivals.ts";

const [numbers, vectors] = [withNumbers, withVectors].map((make) =>
  [1, 2, 3].map((seed) => history(make(seed))),
);
const needs = (all: number[][][] = []) => all.map((said) => 20 * said.length);
export const fastest = Math.min(...needs(numbers));
export const slowest = Math.max(...needs(vectors));

const steps = slider("steps", { min: 20, max: 120, step: 20, value: 80 });
const after = (title: string, all: number[][][] = []) => {
  const said = all[0]?.[Math.min(steps / 20, all[0].length) - 1] ?? [];
  const shown = said.map((one, i) => ({
    text: spell([one]).replace(" ", "␣"),
    ...(one === text[i] ? {} : { mark: true }), // what differs from the rhyme is shaded
  }));
  return tokens(shown, { title });
};
const row = (each: string, all?: number[][][]) => {
  const [a = 0, b = 0, c = 0] = needs(all);
  return { "each symbol is": each, "seed 1": a, "seed 2": b, "seed 3": c };
};
const rows = [row("one fixed number", numbers), row("10 trained numbers", vectors)];
const title = "steps until all of the rhyme is recited, 600 at most";
export default stack(
  after("fixed numbers", numbers),
  after("trained vectors", vectors),
  table(rows, { title }),
);
