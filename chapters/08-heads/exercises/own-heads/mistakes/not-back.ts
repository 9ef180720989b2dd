import { beside } from "@humpty/display";
import { causalMask, Random, randn, type Tensor } from "@humpty/model";

/** One head: each word hears itself and those before it. All [..., time, size]. */
function attend(q: Tensor, k: Tensor, v: Tensor): Tensor {
  const [time = 0, size = 0] = q.shape.slice(-2);
  const scores = q.matmul(k.transpose()).div(Math.sqrt(size)); // [..., time, time]
  return scores.maskedFill(causalMask(time), -Infinity).softmax().matmul(v);
}

/** Several heads, each with its share of the channels: all [batch, time, channels]. */
export function multiHead(q: Tensor, k: Tensor, v: Tensor, heads: number): Tensor {
  const [batch = 0, time = 0, channels = 0] = q.shape;
  const size = channels / heads;
  const cut = (one: Tensor) => one.reshape([batch, time, heads, size]).transpose(1, 2);
  return attend(cut(q), cut(k), cut(v)).reshape(q.shape);
}

const x = randn([1, 3, 4], new Random(1)); // three words of 4 numbers
const half = x.slice(2, 0, 2); // what the first of two heads should see
export default beside(
  multiHead(x, x, x, 2).row(0).named("two heads"),
  attend(half, half, half).row(0).named("the first alone"),
);
