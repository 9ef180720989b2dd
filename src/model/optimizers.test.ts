import { describe, expect, it } from "vitest";
import fixture from "./fixtures/training.json" with { type: "json" };
import { Adam, crossEntropy, Linear, Random, SGD, tensor } from "./index.ts";

const rules = {
  SGD: (linear: Linear) => new SGD(linear.parameters(), { lr: 0.5 }),
  Adam: (linear: Linear) => new Adam(linear.parameters(), { lr: 0.05 }),
};

describe("optimizers", () => {
  it.each(["SGD", "Adam"] as const)("%s trains a Linear layer as PyTorch does", (name) => {
    const linear = new Linear(3, 4, { random: new Random(1) });
    linear.weight.data.set(fixture.weight.flat());
    linear.bias?.data.set(fixture.bias);
    const optimizer = rules[name](linear);
    const right = fixture[name];
    for (const expected of right.losses) {
      const loss = crossEntropy(linear.forward(tensor(fixture.x)), fixture.targets);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      expect(Math.abs(loss.item() - expected)).toBeLessThan(1e-5);
    }
    const after = [...linear.weight.toList(), ...(linear.bias?.toList() ?? [])];
    for (const [i, x] of [...right.weight.flat(), ...right.bias].entries())
      expect(Math.abs((after[i] ?? 0) - x)).toBeLessThan(1e-5);
  });

  it.each(["SGD", "Adam"] as const)("%s gives the same bits again", (name) => {
    const run = () => {
      const linear = new Linear(3, 4, { random: new Random(1) });
      const optimizer = rules[name](linear);
      for (let step = 0; step < 5; step++) {
        optimizer.zeroGrad();
        crossEntropy(linear.forward(tensor(fixture.x)), fixture.targets).backward();
        optimizer.step();
      }
      return linear.weight.toRows();
    };
    expect(run()).toEqual(run());
  });

  it("leaves alone what got no gradient", () => {
    const idle = tensor([1, 2]).requireGrad();
    new SGD([idle], { lr: 1 }).step();
    new Adam([idle], { lr: 1 }).step();
    expect(idle.toList()).toEqual([1, 2]);
  });
});
