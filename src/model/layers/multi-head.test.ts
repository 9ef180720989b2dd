import { describe, expect, it } from "vitest";
import { expectGradients } from "../expect-gradients.ts";
import {
  concat,
  MultiHeadAttention,
  Random,
  randn,
  SelfAttention,
  SharedHeadAttention,
  type Tensor,
} from "../index.ts";

const [channels, heads, size] = [6, 2, 3];
const x = randn([1, 5, channels], new Random(8));

function near(a: Tensor, b: Tensor): void {
  expect(a.shape).toEqual(b.shape);
  for (const [i, one] of a.data.entries()) expect(one).toBeCloseTo(b.data[i] ?? Number.NaN, 5);
}

/** A head of its own from three matrices, as chapter 03 writes it. */
function head(wq: Tensor, wk: Tensor, wv: Tensor, causal: boolean): SelfAttention {
  const random = new Random(1);
  const one = new SelfAttention({ inputs: channels, keys: size, outputs: size, causal, random });
  for (const [to, from] of [
    [one.wq, wq],
    [one.wk, wk],
    [one.wv, wv],
  ] as const)
    to.data.set(from.data);
  return one;
}

describe("several heads", () => {
  it("are heads with matrices of their own side by side, number for number", () => {
    for (const causal of [false, true]) {
      const many = new MultiHeadAttention(channels, {
        ...{ heads, causal, bias: false, random: new Random(4) },
      });
      const outs = Array.from({ length: heads }, (_, h) => {
        const rows = (part: number) => {
          const start = part * channels + h * size;
          return many.qkv.weight.slice(0, start, start + size);
        };
        return head(rows(0), rows(1), rows(2), causal).forward(x);
      });
      near(many.forward(x), many.projection.forward(concat(outs, 2)));
    }
  });

  it("with shared queries, keys and values are the same function, with two matrices for one", () => {
    const shared = new SharedHeadAttention(channels, {
      ...{ heads, causal: true, random: new Random(5) },
    });
    const outs = Array.from({ length: heads }, (_, h) => {
      const both = (own: typeof shared.queries, all: typeof shared.query) =>
        own[h]?.weight.matmul(all.weight) ?? all.weight;
      const { queries, query, keys, key, values, value } = shared;
      return head(both(queries, query), both(keys, key), both(values, value), true).forward(x);
    });
    near(shared.forward(x), shared.projection.forward(concat(outs, 2)));
  });

  it("tell their weights: [batch, heads, time, others], rows that add up to 1, nothing of later words", () => {
    const many = new MultiHeadAttention(channels, { heads, causal: true, random: new Random(4) });
    let weights: Tensor | undefined;
    many.forward(x, { onWeights: (one) => (weights = one) });
    expect(weights?.shape).toEqual([1, heads, 5, 5]);
    for (const sum of weights?.sum(3).toList() ?? []) expect(sum).toBeCloseTo(1, 5);
    expect(weights?.at(0, 1, 2, 3)).toBe(0);
  });

  it("can hear all alike: the weights of an average", () => {
    const options = { heads, causal: true, weights: "average", random: new Random(4) } as const;
    let weights: Tensor | undefined;
    new MultiHeadAttention(channels, options).forward(x, { onWeights: (one) => (weights = one) });
    expect(weights?.at(0, 0, 3, 0)).toBeCloseTo(0.25, 6);
    expect(weights?.at(0, 1, 3, 3)).toBeCloseTo(0.25, 6);
  });

  it("have gradients that agree with nudging, inputs included", () => {
    const small = randn([2, 3, 4], new Random(1));
    for (const rotary of [false, true]) {
      const many = new MultiHeadAttention(4, {
        ...{ heads: 2, causal: true, rotary, random: new Random(2) },
      });
      expectGradients([small, ...many.parameters()], () => many.forward(small));
    }
    const shared = new SharedHeadAttention(4, { heads: 2, random: new Random(2) });
    expectGradients([small, ...shared.parameters()], () => shared.forward(small));
  });

  it("need channels that divide", () => {
    const random = new Random(1);
    expect(() => new MultiHeadAttention(6, { heads: 4, random })).toThrow(
      "MultiHeadAttention: 6 channels do not divide into 4 heads",
    );
    expect(() => new SharedHeadAttention(6, { heads: 4, random })).toThrow(
      "SharedHeadAttention: 6 channels do not divide into 4 heads",
    );
  });
});
