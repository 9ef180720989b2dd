import { slider, table } from "@humpty/display";
import { type Tensor, tensor } from "@humpty/model";

const nudge = 0.001;
const triple = (x: number) => 3 * x;
const square = (x: number) => x * x;

/** What becomes of x and of a nudge to it, box by box. */
function follow(x: number) {
  const [a, b] = [triple(x), triple(x + nudge)]; // without the nudge, and with it
  const [c, d] = [square(a), square(b)];
  return [
    { where: "goes in", number: x, change: nudge, times: 1 },
    { where: "tripled", number: a, change: b - a, times: (b - a) / nudge },
    { where: "squared", number: c, change: d - c, times: (d - c) / (b - a) },
  ];
}
export const whole = follow(2).reduce((product, { times }) => product * times, 1);

/** The package multiplies the slopes of boxes in a row, and adds those of two ways. */
function byPackage(f: (x: Tensor) => Tensor) {
  const start = tensor([2]).requireGrad();
  f(start).sum().backward();
  return start.grad?.item();
}
export const exact = byPackage((x) => x.mul(3).pow(2));
export const twoWays = byPackage((x) => x.mul(3).pow(2).add(x));
const x = slider("x", { min: -3, max: 3, step: 0.5, value: 2 });
export default table(follow(x), { digits: 3 });
