import { describe, expect, it } from "vitest";
import { Embedding, Random, tensor } from "../index.ts";

describe("Embedding", () => {
  it("looks up the same rows that a one-hot product gives", () => {
    const embedding = new Embedding(5, 3, { random: new Random(1) });
    const oneHot = tensor([2, 0].map((i) => [0, 1, 2, 3, 4].map((j) => (i === j ? 1 : 0))));
    expect(embedding.forward([2, 0]).toRows()).toEqual(oneHot.matmul(embedding.weight).toRows());
  });

  it("looks up a batch of lists at once, and refuses lists of different length", () => {
    const embedding = new Embedding(5, 3, { random: new Random(1) });
    const both = embedding.forward([
      [1, 2],
      [4, 4],
    ]);
    expect(both.shape).toEqual([2, 2, 3]);
    expect(both.row(1).toRows()).toEqual(embedding.forward([4, 4]).toRows());
    expect(() => embedding.forward([[1], [1, 2]])).toThrow(
      "Embedding: all lists of a batch must be as long as each other",
    );
    expect(() => embedding.forward([5])).toThrow(
      "embedding: there is no row 5 in [5, 3]: rows are 0 to 4",
    );
  });
});
