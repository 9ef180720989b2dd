import { heatmap, slider } from "@humpty/display";
import { exp } from "@humpty/model";

export const dot = (a: number[], b: number[]) =>
  a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0);
export const times = (W: number[][], x: number[]) => W.map((row) => dot(row, x));

/** What one head hears of some vectors: keys answer the query, values are mixed. */
export function head(x: number[][], query: number[], Wk: number[][], Wv: number[][]) {
  const powers = x.map((one) => exp(dot(times(Wk, one), query)));
  const total = powers.reduce((sum, one) => sum + one, 0);
  const weights = powers.map((power) => power / total);
  return Wv.map((row) => dot(weights, times(x, row))); // the weighted sum of values
}
const numbers = ["Ada", "Ben", "reads", "inherits"]; // four in each clause: 0 or 1
const has = (...words: string[]) => numbers.map((one) => (words.includes(one) ? 1 : 0));
export const stories = {
  "Ada reads, Ben inherits": [has("Ada", "reads"), has("Ben", "inherits")],
  "Ben reads, Ada inherits": [has("Ben", "reads"), has("Ada", "inherits")],
};
export const Wk = [has("reads"), has("inherits")]; // the key: the deed
export const Wv = [has("Ada"), has("Ben")]; // the value: the name

const reads = slider("asks for “reads”", { min: 0, max: 9, step: 0.5, value: 6 });
const inherits = slider("asks for “inherits”", { min: 0, max: 9, step: 0.5, value: 6 });
const list = Object.values(stories);
const heard = list.map((story) => head(story, [reads, inherits], Wk, Wv));
const rows = Object.keys(stories);
export default heatmap(heard, { rows, columns: ["Ada", "Ben"], name: "what is heard" });
