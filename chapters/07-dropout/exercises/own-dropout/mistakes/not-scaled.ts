import { heatmap } from "@humpty/display";
import { ones, Random, type Tensor, tensor } from "@humpty/model";

/**
 * While training, each number of x is dropped with the chance p, and what is kept is
 * made larger, so that the average stays. Otherwise x stays as it is. x: any shape.
 */
export function dropout(
  x: Tensor,
  p: number,
  random: Random,
  training: boolean,
): Tensor {
  if (!training) return x;
  const factors = Array.from({ length: x.size }, () => (random.uniform() < p ? 0 : 1));
  return x.mul(tensor(factors).reshape([...x.shape]));
}

const some = dropout(ones([4, 8]), 0.5, new Random(1), true);
export default heatmap(some, { name: "32 ones, after dropout" });
