import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arange,
  CrossAttention,
  concat,
  crossEntropy,
  eye,
  full,
  Random,
  randn,
  Tensor,
  tensor,
  zeros,
} from "./index.ts";

describe("a tensor", () => {
  it("gives back the lists that it was made of", () => {
    const number = fc.float({ noNaN: true });
    const lists = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([n, m]) =>
        fc.array(fc.array(number, { minLength: m, maxLength: m }), { minLength: n, maxLength: n }),
      );
    fc.assert(
      fc.property(lists, (rows) => {
        const a = tensor(rows);
        expect(a.toArray()).toEqual(rows);
        expect(a.toRows()).toEqual(rows);
        expect(a.toList()).toEqual(rows.flat());
        for (const [i, row] of rows.entries())
          for (const [j, x] of row.entries()) expect(a.at(i, j)).toBe(x);
      }),
    );
  });

  it("may be one number, or none", () => {
    expect(tensor(3).shape).toEqual([]);
    expect(tensor(3).item()).toBe(3);
    expect(tensor(3).toArray()).toBe(3);
    expect(tensor([]).shape).toEqual([0]);
  });

  it("is made in the usual ways", () => {
    expect(arange(3).toList()).toEqual([0, 1, 2]);
    expect(full([2], 7).toList()).toEqual([7, 7]);
    expect(eye(2).toArray()).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(randn([2, 3], new Random(1)).toList()).toEqual(randn([6], new Random(1)).toList());
  });
});

describe("errors name the operation, the shapes and the rule", () => {
  const random = new Random(1);
  const attention = new CrossAttention({ inputs: 4, keys: 3, outputs: 2, random });
  it.each([
    [
      () => zeros([2, 3]).matmul(zeros([4, 5])),
      "matmul: the inner sizes differ: [2, 3] × [4, 5] needs 3 = 4",
    ],
    [
      () => zeros([3]).matmul(zeros([3, 5])),
      "matmul: needs two dimensions or more on both sides, got [3] × [3, 5]",
    ],
    [
      () => zeros([2, 1, 3]).matmul(zeros([4, 3, 1])),
      "matmul: the shapes [2] and [4] do not fit: counted from the back, sizes must be equal or 1, and 2 ≠ 4",
    ],
    [
      () => zeros([2, 3]).add(zeros([2, 4])),
      "add: the shapes [2, 3] and [2, 4] do not fit: counted from the back, sizes must be equal or 1, and 3 ≠ 4",
    ],
    [() => zeros([2, 3]).reshape([4]), "reshape: [2, 3] has 6 numbers, [4] cannot hold as many"],
    [
      () => zeros([2, 3]).reshape([-1, 4]),
      "reshape: [2, 3] has 6 numbers, [-1, 4] cannot hold as many",
    ],
    [() => zeros([2, 3]).sum(2), "sum: there is no dimension 2 in [2, 3]"],
    [() => zeros([2, 3]).softmax(-3), "softmax: there is no dimension -3 in [2, 3]"],
    [() => zeros([2, 3]).transpose(0, 5), "transpose: there is no dimension 5 in [2, 3]"],
    [() => zeros([2]).row(2), "row: there is no row 2 in [2]"],
    [() => zeros([2, 3]).slice(1, 2, 5), "slice: 2 to 5 does not lie in dimension 1 of [2, 3]"],
    [() => zeros([2]).gather([5]), "gather: there is no row 5 in [2]: rows are 0 to 1"],
    [
      () => tensor([[1, 2], [3]]),
      "tensor: lists of a level must be as long as each other; at level 1 one differs from [2, 2]",
    ],
    [() => new Tensor(new Float32Array(3), [2]), "tensor: the shape [2] needs 2 numbers, got 3"],
    [
      () => concat([zeros([2, 3]), zeros([3, 3])], 1),
      "concat: [2, 3] and [3, 3] must agree in every dimension but 1",
    ],
    [() => concat([]), "concat: needs at least one tensor"],
    [
      () => crossEntropy(zeros([1, 2]), [2]),
      "crossEntropy: the target 2 is not one of the classes 0 to 1",
    ],
    [
      () => crossEntropy(zeros([1, 2]), [1, 1]),
      "crossEntropy: needs logits [batch, classes] and a target for each row, got [1, 2] and 2 targets",
    ],
    [() => zeros([2, 2]).at(0, 2), "at: there is no position [0, 2] in [2, 2]"],
    [() => zeros([2]).item(), "item: needs a tensor of one number, got [2]"],
    [() => zeros([2]).toRows(), "toRows: needs two dimensions, got [2]"],
    [
      () => attention.forward(zeros([5, 4]), zeros([5, 3])),
      "attention: needs vectors of length 4, [..., time, 4], got [5, 3]",
    ],
  ])("%s", (act, message) => {
    expect(act).toThrow(new Error(message));
  });
});
