import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossEntropy, Random, randn, tensor } from "../index.ts";
import * as math from "../math.ts";

const scores = fc.array(fc.float({ min: -1e4, max: 1e4, noNaN: true }), {
  minLength: 1,
  maxLength: 20,
});

describe("softmax", () => {
  it("gives chances that add up to 1 and keep the order, however large the numbers", () => {
    fc.assert(
      fc.property(scores, (list) => {
        const chances = tensor(list).softmax().toList();
        expect(chances.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
        for (const [i, p] of chances.entries()) {
          expect(p).toBeGreaterThanOrEqual(0);
          for (const [j, q] of chances.entries())
            if ((list[i] ?? 0) > (list[j] ?? 0)) expect(p).toBeGreaterThanOrEqual(q);
        }
      }),
    );
  });

  it("is not changed by adding a number to all", () => {
    const a = tensor([1, 2, 3]);
    expect(a.add(1000).softmax().toList()).toEqual(a.softmax().toList());
  });

  it("gives a hidden score no chance, and the rest the same bits as without it", () => {
    const all = tensor([0.3, -1.2, 2, Number.NEGATIVE_INFINITY]).softmax().toList();
    expect(all).toEqual([...tensor([0.3, -1.2, 2]).softmax().toList(), 0]);
    const hidden = Number.NEGATIVE_INFINITY;
    expect(tensor([hidden, hidden]).softmax().toList()).toEqual([0, 0]);
  });

  it("goes down a dimension as along the rows of the transposed", () => {
    const a = randn([3, 4], new Random(1));
    expect(a.softmax(0).toRows()).toEqual(a.transpose().softmax().transpose().toRows());
    expect(a.logSoftmax(0).toRows()).toEqual(a.transpose().logSoftmax().transpose().toRows());
  });

  it("does not hide what is not a number", () => {
    expect(tensor([1, Number.NaN]).softmax().toList()).toEqual([Number.NaN, Number.NaN]);
  });
});

describe("logSoftmax", () => {
  it("is the logarithm of softmax, also where softmax is too small to tell", () => {
    const a = randn([3, 5], new Random(2));
    const logs = a.logSoftmax().toList();
    for (const [i, p] of a.softmax().toList().entries())
      expect(logs[i]).toBeCloseTo(math.log(p), 5);
    expect(tensor([0, 1000]).logSoftmax().toList()).toEqual([-1000, 0]);
  });
});

describe("crossEntropy", () => {
  it("is log n when all n answers score the same, and near 0 for a sure right answer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(), (n, target) => {
        const even = crossEntropy(tensor([new Array(n).fill(3)]), [target % n]);
        expect(even.item()).toBeCloseTo(math.log(n), 5);
      }),
    );
    expect(crossEntropy(tensor([[50, 0, 0]]), [0]).item()).toBeLessThan(1e-6);
  });

  it("is the mean of the rows' own", () => {
    const logits = randn([4, 3], new Random(3));
    const each = [2, 0, 1, 1].map((target, i) =>
      crossEntropy(logits.slice(0, i, i + 1), [target]).item(),
    );
    expect(crossEntropy(logits, [2, 0, 1, 1]).item()).toBeCloseTo(
      each.reduce((sum, x) => sum + x, 0) / 4,
      5,
    );
  });

  it("stays finite for absurd scores, and its gradient adds up to 0 in each row", () => {
    fc.assert(
      fc.property(scores, fc.nat(), (list, target) => {
        const logits = tensor([list]).requireGrad();
        const loss = crossEntropy(logits, [target % list.length]);
        loss.backward();
        expect(Number.isFinite(loss.item())).toBe(true);
        expect(loss.item()).toBeGreaterThanOrEqual(0);
        const slopes = logits.grad?.toList() ?? [];
        expect(Math.abs(slopes.reduce((sum, x) => sum + x, 0))).toBeLessThan(1e-5);
      }),
    );
  });
});
