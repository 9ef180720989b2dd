import { beside, heatmap, slider } from "@humpty/display";
import { LayerNorm, tensor } from "@humpty/model";
import { meanAndDeviation } from "./by-hand.ts";

const first = slider("Humpty's first number", { min: -9, max: 9, step: 1, value: 2 });
const vectors = [
  [first, 4, 4, 10],
  [-1, 0, 1, 0],
  [30, 10, 10, 30],
];
const rows = ["Humpty", "Dumpty", "sat"];
const eps = 0.00001;
const byHand = vectors.map((x) => {
  const { M, S } = meanAndDeviation(x);
  return x.map((one) => (one - M) / Math.sqrt(S * S + eps));
});
const norm = new LayerNorm(4);
const byLayer = norm.forward(tensor(vectors)).toRows();
const differences = byLayer.map((row, i) =>
  row.map((one, j) => Math.abs(one - (byHand[i]?.[j] ?? 0))),
);
export const apart = Math.max(...differences.flat());
export default beside(
  heatmap(vectors, { rows, name: "three words" }),
  heatmap(byLayer, { rows, digits: 2, name: "each normalized" }),
);
