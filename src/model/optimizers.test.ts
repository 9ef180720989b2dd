import { describe, expect, it } from "vitest";
import { Adam, SGD, tensor } from "./index.ts";

describe("optimizers", () => {
  it.each(["SGD", "Adam"] as const)("%s finds the smallest value", (name) => {
    const x = tensor([3, -2]).requireGrad();
    const optimizer = name === "SGD" ? new SGD([x], { lr: 0.1 }) : new Adam([x], { lr: 0.1 });
    for (let step = 0; step < 200; step++) {
      optimizer.zeroGrad();
      x.sub(1).pow(2).sum().backward();
      optimizer.step();
    }
    for (const n of x.toList()) expect(n).toBeCloseTo(1, 2);
  });
});
