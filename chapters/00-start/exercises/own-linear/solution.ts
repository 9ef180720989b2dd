import { heatmap } from "@humpty/display";
import { type Tensor, tensor } from "@humpty/model";

/** A layer: x [things, in], weight [out, in], bias [out] → [things, out]. */
export function linear(x: Tensor, weight: Tensor, bias: Tensor): Tensor {
  return x.matmul(weight.transpose()).add(bias);
}

const things = tensor([
  [0.2, 0.65, 0.28, 0.25],
  [0.9, 0.9, 0.9, 0.4],
  [0.85, 0.45, 0.15, 0.3],
]);
const weight = tensor([
  [-0.5, 0.8, -0.4, -0.9],
  [0.5, -0.8, 0.4, 0.9],
]);
const answers = linear(things, weight, tensor([0.6, 0.4]));
export default heatmap(answers, { name: "answers" });
