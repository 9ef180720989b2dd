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
  const loss = () => compute().mul(mix).sum();
  loss().backward();
  const nudge = 1e-2;
  for (const input of inputs) {
    for (let i = 0; i < input.data.length; i++) {
      const before = input.data[i] ?? 0;
      const at = (x: number) => {
        input.data[i] = x;
        return noGrad(() => loss().item());
      };
      const slope = (at(before + nudge) - at(before - nudge)) / (2 * nudge);
      input.data[i] = before;
      const found = input.grad?.data[i] ?? 0;
      expect(Math.abs(found - slope), `${found} against ${slope}`).toBeLessThan(
        2e-2 * Math.max(1, Math.abs(slope)),
      );
    }
  }
}
