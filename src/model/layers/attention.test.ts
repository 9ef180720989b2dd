import { describe, expect, it } from "vitest";
import { Random, randn, SelfAttention, zeros } from "../index.ts";
import * as math from "../math.ts";

describe("attention", () => {
  const random = new Random(3);
  const attention = new SelfAttention({ inputs: 4, keys: 3, outputs: 5, causal: true, random });
  const x = randn([6, 4], random);

  it("equals plain loops", () => {
    const { queries, keys, values, weights, output } = attention.attend(x);
    const [q, k, v] = [queries.toRows(), keys.toRows(), values.toRows()];
    for (let i = 0; i < 6; i++) {
      const scores = k
        .slice(0, i + 1)
        .map((key) => key.reduce((sum, n, d) => sum + n * (q[i]?.[d] ?? 0), 0) / Math.sqrt(3));
      const raised = scores.map(math.exp);
      const total = raised.reduce((sum, n) => sum + n, 0);
      const chances = raised.map((n) => n / total);
      for (let j = 0; j < 6; j++) expect(weights.at(i, j)).toBeCloseTo(chances[j] ?? 0, 5);
      for (let d = 0; d < 5; d++) {
        expect(output.at(i, d)).toBeCloseTo(
          chances.reduce((sum, p, j) => sum + p * (v[j]?.[d] ?? 0), 0),
          5,
        );
      }
    }
  });

  it("gives every beginning of a sentence the same bits at once as one by one", () => {
    const all = attention.forward(x).toRows();
    for (let n = 1; n <= 6; n++) {
      expect(
        attention
          .forward(x.slice(0, 0, n))
          .toRows()
          .at(-1),
      ).toEqual(all[n - 1]);
    }
  });

  it("gives each sentence of a batch the same bits as alone", () => {
    const batch = randn([3, 6, 4], random);
    const all = attention.forward(batch);
    for (let b = 0; b < 3; b++)
      expect(all.row(b).toRows()).toEqual(attention.forward(batch.row(b)).toRows());
  });

  it("says which length it needs", () => {
    expect(() => attention.forward(zeros([2, 3]))).toThrow(
      "attention: needs vectors of length 4, [..., time, 4], got [2, 3]",
    );
  });
});
