import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, Random, randn, stack, type Tensor, zeros } from "../index.ts";

const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
const tensors = fc.tuple(shapes, fc.nat()).map(([shape, seed]) => randn(shape, new Random(seed)));
const picks = fc.nat();

const expectSame = (a: Tensor, b: Tensor): void => {
  expect(a.shape).toEqual(b.shape);
  expect(a.toList()).toEqual(b.toList());
};

describe("moving numbers", () => {
  it("transposing twice is nothing, and once swaps indices", () => {
    fc.assert(
      fc.property(tensors, picks, picks, (a, one, other) => {
        const [d0, d1] = [one % a.shape.length, other % a.shape.length];
        const turned = a.transpose(d0, d1);
        expectSame(turned.transpose(d0, d1), a);
        const index = a.shape.map((size, d) => (one + d) % size);
        const swapped = index.with(d0, index[d1] ?? 0).with(d1, index[d0] ?? 0);
        expect(turned.at(...swapped)).toBe(a.at(...index));
      }),
    );
  });

  it("reshaping there and back is nothing", () => {
    fc.assert(fc.property(tensors, (a) => expectSame(a.reshape([-1]).reshape(a.shape), a)));
  });

  it("slices put one after the other are the whole", () => {
    fc.assert(
      fc.property(tensors, picks, picks, (a, where, cut) => {
        const dim = where % a.shape.length;
        const at = cut % ((a.shape[dim] ?? 0) + 1);
        expectSame(concat([a.slice(dim, 0, at), a.slice(dim, at)], dim), a);
      }),
    );
  });

  it("rows stacked are the whole, and gathering all rows too", () => {
    fc.assert(
      fc.property(tensors, (a) => {
        const all = Array.from({ length: a.shape[0] ?? 0 }, (_, i) => i);
        expectSame(stack(all.map((i) => a.row(i))), a);
        expectSame(a.gather(all), a);
      }),
    );
  });

  it("stacks along any dimension", () => {
    expect(stack([zeros([2, 3]), zeros([2, 3])], 1).shape).toEqual([2, 2, 3]);
    expect(stack([zeros([2, 3]), zeros([2, 3])], -1).shape).toEqual([2, 3, 2]);
  });

  it("counts from the end where asked", () => {
    const a = randn([3, 4], new Random(1));
    expectSame(a.row(-1), a.row(2));
    expectSame(a.slice(1, -2), a.slice(1, 2, 4));
    expectSame(a.transpose(-1, -2), a.transpose(0, 1));
  });
});
