import { heatmap } from "@humpty/display";
import { type Tensor, tensor } from "@humpty/model";

/** Each row of scores becomes chances that add up to 1: [..., n] → [..., n]. */
export function softmax(scores: Tensor): Tensor {
  const powers = scores.sub(scores.max(-1, true)).exp();
  return powers.div(powers.sum(-1, true).detach());
}

const scores = tensor([
  [5, 1, 0],
  [105, 101, 100],
]);
export default heatmap(softmax(scores), { name: "chances" });
