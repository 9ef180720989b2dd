import { describe, expect, it } from "vitest";
import { expectGradients } from "../expect-gradients.ts";
import { FeedForward, LayerNorm, Random, randn } from "../index.ts";

const x = randn([2, 3, 4], new Random(1));

describe("a feed-forward network", () => {
  it("is linear, a bend, linear; four times as wide between", () => {
    for (const activation of ["gelu", "relu"] as const) {
      const one = new FeedForward(4, { activation, random: new Random(2) });
      expect(one.expand.weight.shape).toEqual([16, 4]);
      const hidden = one.expand.forward(x)[activation]();
      expect(one.forward(x).toList()).toEqual(one.contract.forward(hidden).toList());
    }
  });

  it("has gradients that agree with nudging, inputs included", () => {
    const one = new FeedForward(4, { hidden: 3, random: new Random(2) });
    expectGradients([x, ...one.parameters()], () => one.forward(x));
  });
});

describe("layer normalization", () => {
  it("gives each vector mean 0 and variance 1, then scale and shift", () => {
    const norm = new LayerNorm(4, { eps: 0 });
    for (const row of norm.forward(x).reshape([-1, 4]).toRows()) {
      const mean = row.reduce((sum, one) => sum + one, 0) / 4;
      expect(mean).toBeCloseTo(0, 5);
      expect(row.reduce((sum, one) => sum + one * one, 0) / 4).toBeCloseTo(1, 4);
    }
    norm.weight.data.fill(3);
    norm.bias.data.fill(-1);
    const plain = new LayerNorm(4, { eps: 0 }).forward(x).mul(3).sub(1);
    for (const [i, one] of norm.forward(x).data.entries())
      expect(one).toBeCloseTo(plain.data[i] ?? Number.NaN, 5);
  });

  it("trains no shift without bias", () => {
    const trained = (bias: boolean) =>
      new LayerNorm(4, { bias }).parameters().filter((one) => one.requiresGrad).length;
    expect([true, false].map(trained)).toEqual([2, 1]);
  });
});
