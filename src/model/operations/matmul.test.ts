import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, Random, randn, type Tensor, tensor } from "../index.ts";

/** The definition: a sum in the order of k, rounded to 32 bits at each step. */
function loops(a: Tensor, b: Tensor): number[][] {
  const columns = b.transpose().toRows();
  return a
    .toRows()
    .map((row) =>
      columns.map((column) =>
        row.reduce((sum, x, k) => Math.fround(sum + Math.fround(x * (column[k] ?? 0))), 0),
      ),
    );
}

const size = fc.integer({ min: 1, max: 7 });

describe("matmul", () => {
  it("equals the three loops of its definition, number for number", () => {
    fc.assert(
      fc.property(size, size, size, fc.nat(), (n, k, m, seed) => {
        const random = new Random(seed);
        const [a, b] = [randn([n, k], random), randn([k, m], random)];
        expect(a.matmul(b).toRows()).toEqual(loops(a, b));
      }),
    );
  });

  it("gives each of a batch the same bits as alone, whichever side is stretched", () => {
    fc.assert(
      fc.property(size, size, size, size, fc.nat(), (batch, n, k, m, seed) => {
        const random = new Random(seed);
        const [a, b] = [randn([batch, n, k], random), randn([batch, k, m], random)];
        for (let i = 0; i < batch; i++) {
          expect(a.matmul(b).row(i).toRows()).toEqual(loops(a.row(i), b.row(i)));
          expect(a.matmul(b.row(0)).row(i).toRows()).toEqual(loops(a.row(i), b.row(0)));
          expect(a.row(0).matmul(b).row(i).toRows()).toEqual(loops(a.row(0), b.row(i)));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("gives a row the same bits whatever its neighbors and its masked tail", () => {
    const random = new Random(1);
    const [weights, values, more] = [
      randn([1, 3], random),
      randn([3, 4], random),
      randn([2, 4], random),
    ];
    const tail = concat([weights, tensor([[0, 0]])], 1);
    expect(tail.matmul(concat([values, more])).toRows()).toEqual(weights.matmul(values).toRows());
  });

  it("does not hide what is not a number", () => {
    expect(
      tensor([[0, 1]])
        .matmul(tensor([[Number.NaN], [1]]))
        .item(),
    ).toBeNaN();
  });
});
