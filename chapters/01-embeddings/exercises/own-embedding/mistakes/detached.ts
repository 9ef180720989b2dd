import { heatmap } from "@humpty/display";
import { oneHot, type Tensor, tensor } from "@humpty/model";

/** The rows of a table [symbols, channels] that ids name, one under the other. */
export function embedding(weight: Tensor, ids: number[]): Tensor {
  const [symbols = 0] = weight.shape;
  const marks = oneHot(ids, symbols); // [ids, symbols]: a 1 in each row
  return marks.matmul(weight.detach());
}

const weight = tensor([
  [0, 1],
  [2, 3],
  [4, 5],
]);
export default heatmap(embedding(weight, [2, 0, 2]), { name: "looked up" });
