import { table } from "@humpty/display";

/** The weights after one step of gradient descent. */
export function descend(weights: number[], slopes: number[], rate: number) {
  return weights.map((weight) => weight - rate * (slopes[0] ?? 0));
}

// A valley in two directions: the loss is x² + 3y², and the slopes are 2x and 6y.
let [x = 0, y = 0] = [4, 1];
const rows = [];
for (let step = 0; step < 6; step++) {
  rows.push({ step, x, y, loss: x * x + 3 * y * y });
  [x = 0, y = 0] = descend([x, y], [2 * x, 6 * y], 0.1);
}
export default table(rows, { digits: 3 });
