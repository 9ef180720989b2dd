import { gradientInto } from "../autograd.ts";
import { kernels } from "../kernels/index.ts";
import { allocate } from "../kernels/memory.ts";
import type { Random } from "../random.ts";
import { Tensor } from "../tensor.ts";

/**
 * Sets each number to 0 with probability p and scales the others by 1/(1 − p), so that sums stay as large as they were on average
 * (Srivastava et al. 2014, in the inverted form that practice uses).
 * @throws when p is not in [0, 1)
 */
export function dropout(x: Tensor, p: number, random: Random): Tensor {
  if (!(p >= 0 && p < 1)) throw new Error(`dropout: p must be from 0 to below 1, got ${p}`);
  const [out, kept] = [allocate(x.size), allocate(x.size)];
  const [mask, by] = [kept.array, 1 / (1 - p)];
  for (let i = 0; i < mask.length; i++) mask[i] = random.uniform() < p ? 0 : by;
  kernels().mul(out, x.storage, kept, false);
  return new Tensor(out, x.shape, {
    op: "dropout",
    inputs: [x, new Tensor(kept, x.shape).named("kept")],
    attributes: { p },
    backward: (gradient) => {
      if (!x.requiresGrad) return;
      const { into, add } = gradientInto(x);
      kernels().mul(into, gradient, kept, add);
    },
  });
}
