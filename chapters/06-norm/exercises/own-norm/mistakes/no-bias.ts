import { heatmap } from "@humpty/display";
import { ones, type Tensor, tensor, zeros } from "@humpty/model";

/**
 * Each row of x gets mean 0 and standard deviation 1; then each of its numbers is
 * multiplied by its weight, and its bias is added. x: [..., n], weight and bias: [n].
 */
export function layerNorm(
  x: Tensor,
  weight: Tensor,
  _bias: Tensor,
  eps: number,
): Tensor {
  const centered = x.sub(x.mean(-1, true));
  const variance = centered.mul(centered).mean(-1, true);
  return centered.div(variance.add(eps).sqrt()).mul(weight);
}

const words = tensor([
  [2, 4, 4, 10],
  [-1, 0, 1, 0],
]);
const y = layerNorm(words, ones([4]), zeros([4]), 0.00001);
export default heatmap(y, { name: "normalized", digits: 2 });
