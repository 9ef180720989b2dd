import { describe, expect, it } from "vitest";
import fixture from "./fixtures/training.json" with { type: "json" };
import {
  Adam,
  AdamW,
  clipGradNorm,
  crossEntropy,
  Linear,
  Random,
  SGD,
  scope,
  type Tensor,
  tensor,
} from "./index.ts";

const rules = {
  SGD: (linear: Linear) => new SGD(linear.parameters(), { lr: 0.5 }),
  Adam: (linear: Linear) => new Adam(linear.parameters(), { lr: 0.05 }),
  AdamW: (linear: Linear) => new AdamW(linear.parameters(), { lr: 0.05, weightDecay: 0.3 }),
};

describe("optimizers", () => {
  it.each(["SGD", "Adam", "AdamW"] as const)("%s trains a Linear layer as PyTorch does", (name) => {
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

  it.each(["SGD", "Adam", "AdamW"] as const)("%s gives the same bits again", (name) => {
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

  /** Trains two parameters for some steps, the second only at every other step. */
  const train = (steps: number, options: { decays?: (p: Tensor) => boolean } = {}) => {
    const [a, b] = [tensor([[1, -2]]).requireGrad(), tensor([3]).requireGrad()];
    const optimizer = new AdamW([b, a], { lr: 0.1, weightDecay: 0.5, ...options });
    const step = (i: number) => {
      optimizer.zeroGrad();
      const loss = a.mul(a).sum();
      (i % 2 ? loss : loss.add(b.mul(b).sum())).backward();
      optimizer.step();
    };
    for (let i = 0; i < steps; i++) step(i);
    return { a, b, optimizer, step };
  };

  it("AdamW shrinks only what it is told to, and steps only what got a gradient", () => {
    const all = train(1);
    const matrices = train(1, { decays: (p) => p.shape.length > 1 });
    expect(matrices.a.toList()).toEqual(all.a.toList());
    expect((matrices.b.item() - all.b.item()) / 3).toBeCloseTo(0.1 * 0.5, 5);
    const { b, step } = train(1);
    const before = b.item();
    step(1);
    expect(b.item()).toBe(before);
  });

  it("AdamW goes on from its state with the same bits, and refuses another's", () => {
    const whole = train(6);
    const first = train(3);
    const second = train(0);
    for (const [to, from] of [
      [second.a, first.a],
      [second.b, first.b],
    ] as const)
      to.data.set(from.data);
    second.optimizer.load(first.optimizer.state());
    for (let i = 3; i < 6; i++) second.step(i);
    expect([second.a, second.b].map((p) => p.toList())).toEqual(
      [whole.a, whole.b].map((p) => p.toList()),
    );
    const other = new AdamW([tensor([1])], { lr: 1 });
    expect(() => other.load(first.optimizer.state())).toThrow("is for 3 parameters, not for 1");
  });

  it("two optimizers of one parameter both move it", () => {
    const p = tensor([1]).requireGrad();
    const optimizers = [new Adam([p], { lr: 0.1 }), new Adam([p], { lr: 0.1 })];
    for (const [i, optimizer] of optimizers.entries()) {
      optimizer.zeroGrad();
      p.mul(p).sum().backward();
      optimizer.step();
      expect(p.item()).toBeCloseTo(1 - 0.1 * (i + 1), 5);
    }
  });

  it("clips gradients together, to a length, and tells the length before", () => {
    const [a, b] = [tensor([3, 0]).requireGrad(), tensor([4]).requireGrad()];
    a.mul(a).sum().add(b.mul(b).sum()).backward();
    expect(clipGradNorm([a, b], 100)).toBe(10);
    expect(a.grad?.toList()).toEqual([6, 0]);
    expect(clipGradNorm([a, b], 5)).toBe(10);
    expect(a.grad?.toList()[0]).toBeCloseTo(3, 5);
    expect(b.grad?.item()).toBeCloseTo(4, 5);
  });

  it("steps within a scope as without", () => {
    const run = (wrap: (step: () => void) => void) => {
      const linear = new Linear(3, 4, { random: new Random(1) });
      const optimizer = rules.AdamW(linear);
      for (let i = 0; i < 5; i++) {
        wrap(() => {
          optimizer.zeroGrad();
          crossEntropy(linear.forward(tensor(fixture.x)), fixture.targets).backward();
          optimizer.step();
        });
      }
      return linear.weight.toList();
    };
    expect(run(scope)).toEqual(run((step) => step()));
  });

  it("leaves alone what got no gradient", () => {
    const idle = tensor([1, 2]).requireGrad();
    new SGD([idle], { lr: 1 }).step();
    new Adam([idle], { lr: 1 }).step();
    expect(idle.toList()).toEqual([1, 2]);
  });
});
