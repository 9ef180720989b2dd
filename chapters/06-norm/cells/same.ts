import { heatmap, stack } from "@humpty/display";
import { LayerNorm, tensor } from "@humpty/model";

const vectors = [
  [1, 2, 2, 5],
  [2, 4, 4, 10], // twice as large
  [101, 102, 102, 105], // 100 added
  [5, 2, 2, 1], // another order
];
const rows = ["plain", "doubled", "plus 100", "turned round"];
const norm = new LayerNorm(4);
export const before = norm.forward(tensor(vectors));

// What training might choose: a scale and a shift for each of the four places.
norm.weight.data.set([1, 3, 1, 0.1]);
norm.bias.data.set([0, 0, 2, 0]);
const after = norm.forward(tensor(vectors));
export default stack(
  heatmap(before, { rows, digits: 2, name: "normalized" }),
  heatmap(after, { rows, digits: 2, name: "times the scale, plus the shift" }),
);
