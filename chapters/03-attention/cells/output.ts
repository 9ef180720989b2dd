import { beside, heatmap } from "@humpty/display";
import { type Matrix, times } from "./keys.ts";
import { type Pair, words, x1, x2, x3 } from "./mixture.ts";
import { a1, a2, a3 } from "./weights.ts";

export const Wv: Matrix = [
  [1, 1],
  [2, 0],
];
const v1 = times(Wv, x1);
const v2 = times(Wv, x2);
const v3 = times(Wv, x3);

export const output: Pair = [
  a1 * v1[0] + a2 * v2[0] + a3 * v3[0],
  a1 * v1[1] + a2 * v2[1] + a3 * v3[1],
];

export default beside(
  heatmap([v1, v2, v3], { rows: words, columns: ["1st", "2nd"], name: "values" }),
  heatmap([output], { rows: ["sat"], columns: ["1st", "2nd"], name: "output" }),
);
