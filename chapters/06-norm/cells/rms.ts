import { table } from "@humpty/display";
import type { Tensor } from "@humpty/model";
import { learn } from "../../05-residual/cells/learn.ts";
import { Stack } from "../../05-residual/cells/stack.ts";
import { Normed } from "./normed.ts";

/** Divides by the root of the mean square: no mean is subtracted, nothing is trained. */
export const rmsNorm = (x: Tensor) =>
  x.div(x.mul(x).mean(-1, true).add(0.00001).sqrt());

class Rms extends Stack {
  override forward(letters: number[][]): Tensor {
    let x = this.embedding.forward(letters).reshape([-1, 32]);
    for (const box of this.boxes) x = x.add(box.forward(rmsNorm(x)).relu());
    return this.head.forward(rmsNorm(x));
  }
}
const seeds = [2, 3, 4];
const run = (stack: Stack, name: string) => learn(stack, name, 100).y.at(-1) ?? 0;
const layer = seeds.map((seed) => run(new Normed(32, "before", seed), "layer norm"));
const rms = seeds.map((seed) => run(new Rms(32, true, seed), "RMSNorm"));
const rows = seeds.map((seed, i) => {
  return { seed, "layer norm": layer[i] ?? 0, RMSNorm: rms[i] ?? 0 };
});
const differences = rms.map((one, i) => Math.abs(one - (layer[i] ?? 0)));
export const apart = Math.max(...differences);
const title = "how wrong after 100 steps, norms before";
export default table(rows, { title, digits: 3 });
