import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectGradients } from "./expect-gradients.ts";
import {
  attention,
  CrossAttention,
  concat,
  crossEntropy,
  dropout,
  embedding,
  Linear,
  layerNorm,
  linear,
  noGrad,
  qkvAttention,
  Random,
  randn,
  rotary,
  SelfAttention,
  scope,
  stack,
  type Tensor,
  tensor,
  where,
} from "./index.ts";
import { shake } from "./kernels/memory.ts";

const three = (a: Tensor): [Tensor, Tensor, Tensor] => {
  const one = a.reshape([1, ...a.shape]);
  return [one, one, one];
};

const sizes = fc.integer({ min: 1, max: 4 });
const seeds = fc.integer({ min: 0, max: 1e6 });

describe("gradients agree with nudging each number", () => {
  const unary: Record<string, (a: Tensor) => Tensor> = {
    neg: (a) => a.neg(),
    exp: (a) => a.exp(),
    log: (a) => a.mul(a).add(1).log(),
    sqrt: (a) => a.mul(a).add(1).sqrt(),
    tanh: (a) => a.tanh(),
    sigmoid: (a) => a.sigmoid(),
    "relu away from 0": (a) => a.mul(a).add(0.5).relu().sub(a.mul(a).add(3).neg().relu()),
    pow: (a) => a.pow(3),
    softmax: (a) => a.softmax(),
    "softmax down": (a) => a.softmax(0),
    logSoftmax: (a) => a.logSoftmax(),
    "logSoftmax down": (a) => a.logSoftmax(0),
    transpose: (a) => a.transpose(),
    reshape: (a) => a.reshape([-1]),
    row: (a) => a.row(-1),
    slice: (a) => a.slice(1, 0, 1),
    gather: (a) => a.gather([0, 0]),
    sum: (a) => a.sum(),
    "sum along": (a) => a.sum(0),
    "mean, kept": (a) => a.mean(1, true),
    mean: (a) => a.mean(),
    max: (a) => a.max(1),
    "max of all": (a) => a.max(),
    stack: (a) => stack([a, a.exp()], 1),
    concat: (a) => concat([a, a.mul(2)], 1),
    maskedFill: (a) => a.maskedFill(tensor([[1], [0]]).gather([0]), 3),
    gelu: (a) => a.gelu(),
    "layerNorm, as its own weight": (a) => layerNorm(a, a.row(0), a.row(-1), 0.5),
    topK: (a) => a.topK(1).values,
    split: (a) => concat(a.split(1, 1).reverse(), 1),
    where: (a) => where(tensor([1, 0, 1, 1]).slice(0, 0, a.shape[1]), a, a.mul(3).row(0)),
    dropout: (a) => dropout(a, 0.4, new Random(3)),
    embedding: (a) => embedding(a, [0, 0, a.shape[0] === 1 ? 0 : 1], [3, 1]),
    "attention to itself, causal": (a) => attention(...three(a), { heads: 1, causal: true }),
    "division by itself": (a) => a.div(a.mul(a).add(1)),
    "use in two places": (a) => a.mul(a).sub(a),
  };

  for (const [name, compute] of Object.entries(unary)) {
    it(name, () => {
      fc.assert(
        fc.property(sizes, sizes, seeds, (n, m, seed) => {
          const a = randn([n, m], new Random(seed));
          // A tie between largest numbers has no slope.
          if (name.startsWith("max") || name === "topK")
            for (let i = 0; i < a.data.length; i++) a.data[i] = ((i * 37 + seed) % 101) / 7;
          expectGradients([a], () => compute(a));
        }),
        { numRuns: 15 },
      );
    });
  }

  for (const op of ["add", "sub", "mul", "div"] as const) {
    it(`${op}, stretched either way`, () => {
      fc.assert(
        fc.property(sizes, sizes, seeds, (n, m, seed) => {
          const random = new Random(seed);
          const shapes = [[n, m], [m], [n, 1], [1, m], []];
          const a = randn(random.pick(shapes), random);
          const b = randn(random.pick(shapes), random);
          for (let i = 0; i < b.data.length; i++) b.data[i] = 1 + Math.abs(b.data[i] ?? 0);
          expectGradients([a, b], () => a[op](b));
        }),
        { numRuns: 25 },
      );
    });
  }

  it("matmul, batched and stretched", () => {
    fc.assert(
      fc.property(sizes, sizes, sizes, sizes, seeds, fc.boolean(), (b, n, k, m, seed, batched) => {
        const random = new Random(seed);
        const left = randn([b, n, k], random);
        const right = randn(batched ? [b, k, m] : [k, m], random);
        expectGradients([left, right], () => left.matmul(right));
      }),
      { numRuns: 20 },
    );
  });

  it("linear, layerNorm and attention of heads, parts and sums included", () => {
    fc.assert(
      fc.property(sizes, sizes, sizes, sizes, seeds, fc.boolean(), (b, t, h, d, seed, causal) => {
        const random = new Random(seed);
        const [x, y] = [randn([b, t, h * d], random), randn([b, t + 1, h * d], random)];
        const weight = randn([3 * h * d, h * d], random);
        const bias = randn([3 * h * d], random);
        expectGradients([x, weight, bias], () =>
          qkvAttention(linear(x, weight, bias), { heads: h, causal, scale: 0.5 }).add(x),
        );
        expectGradients([x, y], () => attention(x, y, y.mul(0.5), { heads: h, causal }));
        const [scale, shift] = [randn([h * d], random), randn([h * d], random)];
        // Two numbers that nearly agree have a normalization too steep to nudge.
        if (h * d > 2) expectGradients([x, scale, shift], () => layerNorm(x, scale, shift, 0.1));
      }),
      { numRuns: 15 },
    );
  });

  it("the same within a scope, while the memory moves at each chance", () => {
    shake(true);
    const random = new Random(5);
    const [x, weight] = [randn([2, 3, 4], random), randn([12, 4], random)];
    for (const one of [x, weight]) one.requireGrad();
    const loss = () => {
      const out = qkvAttention(linear(x, weight), { heads: 2, causal: true });
      const normal = layerNorm(out, tensor([1, 2, 3, 4]), tensor([0, 1, 0, 1]));
      return crossEntropy(normal.gelu().mul(out).reshape([6, 4]), [0, 1, 2, 3, 0, 1]);
    };
    loss().backward();
    const outside = [x, weight].map((one) => one.grad?.toList());
    for (const one of [x, weight]) one.grad = undefined;
    scope(() => loss().backward());
    shake(false);
    expect([x, weight].map((one) => one.grad?.toList())).toEqual(outside);
  });

  it("rotary, of heads, from any position on", () => {
    const x = randn([2, 3, 8], new Random(6));
    for (const start of [0, 5]) expectGradients([x], () => rotary(x, 2, start).add(x));
  });

  it("crossEntropy", () => {
    const logits = randn([4, 3], new Random(1));
    expectGradients([logits], () => crossEntropy(logits, [0, 2, 1, 1]));
  });

  it("Linear and attention, masked and not, inputs included", () => {
    const random = new Random(2);
    const x = randn([2, 3, 4], random);
    const linear = new Linear(4, 2, { random });
    expectGradients([x, ...linear.parameters()], () => linear.forward(x));
    for (const causal of [false, true]) {
      const attention = new SelfAttention({ inputs: 4, keys: 3, outputs: 2, causal, random });
      expectGradients([x, ...attention.parameters()], () => attention.forward(x));
    }
    const other = randn([2, 5, 4], random);
    const cross = new CrossAttention({ inputs: 4, keys: 3, outputs: 2, random });
    expectGradients([x, other, ...cross.parameters()], () => cross.forward(x, other));
  });

  it("reaches a leaf that was itself computed, and not what it was computed from", () => {
    const start = tensor([2]);
    const leaf = start.mul(0.5).requireGrad();
    leaf.mul(3).sum().backward();
    expect(leaf.grad?.toList()).toEqual([3]);
    expect(start.grad).toBeUndefined();
  });

  it("goes back through long chains", () => {
    const a = tensor([1]).requireGrad();
    let far = a;
    for (let i = 0; i < 20_000; i++) far = far.add(1);
    far.sum().backward();
    expect(a.grad?.toList()).toEqual([1]);
  });

  it("adds up over calls, and stops at noGrad and detach", () => {
    const a = tensor([2]).requireGrad();
    a.mul(a).sum().backward();
    a.mul(a).sum().backward();
    expect(a.grad?.toList()).toEqual([8]);
    expect(noGrad(() => a.mul(3)).requiresGrad).toBe(false);
    expect(a.detach().mul(3).requiresGrad).toBe(false);
    expect(() => a.detach().sum().backward()).toThrow(/nothing that this number came from/);
    expect(() => tensor([1, 2]).requireGrad().mul(2).backward()).toThrow(
      /needs a single number.*\[2\]/,
    );
  });
});
