import { beside, heatmap } from "@humpty/display";
import { type Pair, words, x1, x2, x3 } from "./mixture.ts";

export type Matrix = [Pair, Pair];
export const Wk: Matrix = [
  [1, -1],
  [0, 1],
];
export const Wq: Matrix = [
  [0, 1],
  [0.5, 1],
];

export const dot = (a: Pair, b: Pair) => a[0] * b[0] + a[1] * b[1];
export const times = (W: Matrix, x: Pair): Pair => [dot(W[0], x), dot(W[1], x)];

export const k1 = times(Wk, x1);
export const k2 = times(Wk, x2);
export const k3 = times(Wk, x3);
export const q3 = times(Wq, x3); // only the last word asks

export default beside(
  heatmap([k1, k2, k3], { rows: words, columns: ["1st", "2nd"], name: "keys" }),
  heatmap([q3], { rows: ["sat"], columns: ["1st", "2nd"], name: "query" }),
);
