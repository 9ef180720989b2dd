import { heatmap, slider, stack } from "@humpty/display";

export type Pair = [number, number];
export const words = ["Humpty", "Dumpty", "sat"];
export const x1: Pair = [2, 0];
export const x2: Pair = [1, 2];
export const x3: Pair = [0, 1];

const w1 = slider("weight of Humpty", { min: 0, max: 1, step: 0.05, value: 0.5 });
const w2 = (1 - w1) / 2; // the other two share what is left
const w3 = (1 - w1) / 2;

export const first = w1 * x1[0] + w2 * x2[0] + w3 * x3[0];
export const second = w1 * x1[1] + w2 * x2[1] + w3 * x3[1];

export default stack(
  heatmap([x1, x2, x3], { rows: words, columns: ["1st", "2nd"], name: "x" }),
  heatmap([[first, second]], { rows: ["mixture"], columns: ["1st", "2nd"] }),
);
