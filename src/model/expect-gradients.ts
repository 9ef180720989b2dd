import { expect } from "vitest";
import { noGrad } from "./autograd.ts";
import { randn } from "./create.ts";
import { Random } from "./random.ts";
import type { Tensor } from "./tensor.ts";

/** For tests: compares every number of `backward`'s gradients with what nudging it does to the result. */
export function expectGradients(inputs: Tensor[], compute: () => Tensor): void {
  for (const input of inputs) input.requireGrad().grad = undefined;
  // Weights of the sum, so that each number of the result counts differently.
  const out = compute();
  const random = new Random(7);
  const mix = randn(out.shape, random);
  out.mul(mix).sum().backward();
  /** The same sum in double precision: what float32 rounds off would look like a slope. */
  const loss = () => compute().data.reduce((sum, x, i) => sum + x * (mix.data[i] ?? 0), 0);
  const nudge = 1e-2;
  for (const input of inputs) {
    for (let i = 0; i < input.data.length; i++) {
      const before = input.data[i] ?? 0;
      const across = (step: number) => {
        const [low, high] = [-step, step].map((change) => {
          input.data[i] = before + change;
          return noGrad(loss);
        });
        return ((high ?? Number.NaN) - (low ?? Number.NaN)) / (2 * step);
      };
      // Of two steps, so that a bend in the curve does not count: the five-point formula.
      const slope = (4 * across(nudge) - across(2 * nudge)) / 3;
      input.data[i] = before;
      const found = input.grad?.data[i] ?? 0;
      expect(Math.abs(found - slope), `${found} against ${slope}`).toBeLessThan(
        5e-3 * Math.max(1, Math.abs(slope)),
      );
    }
  }
}
