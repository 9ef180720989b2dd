import fc from "fast-check";
import { expect, it } from "vitest";
import { digamma } from "./digamma.ts";

it("digamma is −γ at 1, −γ − 2 ln 2 at ½, and grows by 1/x from x to x + 1", () => {
  const gamma = 0.5772156649015329;
  expect(digamma(1)).toBeCloseTo(-gamma, 9);
  expect(digamma(0.5)).toBeCloseTo(-gamma - 2 * Math.LN2, 9);
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (x) => {
      expect(digamma(x + 1) - digamma(x) - 1 / x).toBeCloseTo(0, 8);
    }),
  );
});
