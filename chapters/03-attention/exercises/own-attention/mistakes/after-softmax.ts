import { beside } from "@humpty/display";
import { causalMask, Random, randn, type Tensor } from "@humpty/model";

/** Each word asks itself and those before it: all [..., time, d]. */
export function attention(q: Tensor, k: Tensor, v: Tensor): Tensor {
  const [time = 0, d = 0] = q.shape.slice(-2);
  const scores = q.matmul(k.transpose()).div(Math.sqrt(d)); // [..., time, time]
  return scores.softmax().maskedFill(causalMask(time), 0).matmul(v);
}

const x = randn([3, 4], new Random(1)); // three words
const two = x.slice(0, 0, 2); // the first two of them
export default beside(
  attention(x, x, x).named("three words"),
  attention(two, two, two).named("two: the same rows?"),
);
