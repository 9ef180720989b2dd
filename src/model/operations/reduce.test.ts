import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random, randn, type Tensor, tensor } from "../index.ts";

const tensors = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }), fc.nat())
  .map(([shape, seed]) => randn(shape, new Random(seed)));

/** The entries of a dimension, each a tensor. */
const entries = (a: Tensor, dim: number): Tensor[] =>
  Array.from({ length: a.shape[dim] ?? 0 }, (_, i) => a.slice(dim, i, i + 1));

describe("reductions", () => {
  it("take together what lies along a dimension", () => {
    fc.assert(
      fc.property(tensors, fc.nat(), (a, pick) => {
        const dim = pick % a.shape.length;
        const parts = entries(a, dim);
        const lists = parts.map((part) => part.toList());
        for (const [i] of (lists[0] ?? []).entries()) {
          const along = lists.map((list) => list[i] ?? 0);
          const sum = along.reduce((total, x) => total + x, 0);
          expect(a.sum(dim).toList()[i]).toBe(Math.fround(sum));
          expect(a.mean(dim).toList()[i]).toBe(Math.fround(sum / along.length));
          expect(a.max(dim).toList()[i]).toBe(Math.max(...along));
        }
        expect(a.sum(dim, true).shape).toEqual(parts[0]?.shape);
        expect(a.max(dim).shape).toEqual(a.shape.toSpliced(dim, 1));
      }),
    );
  });

  it("take all numbers together when no dimension is named", () => {
    const a = tensor([
      [1, 5, 3],
      [2, 4, 6],
    ]);
    expect([a.sum().item(), a.mean().item(), a.max().item()]).toEqual([21, 3.5, 6]);
    expect(a.sum().shape).toEqual([]);
    expect(a.max().shape).toEqual([]);
    expect(a.argmax()).toEqual([1, 2]);
  });

  it("give the slope of a tie to the first of the largest", () => {
    const a = tensor([2, 7, 7]).requireGrad();
    a.max().backward();
    expect(a.grad?.toList()).toEqual([0, 1, 0]);
  });
});
