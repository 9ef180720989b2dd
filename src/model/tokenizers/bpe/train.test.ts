import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBytes } from "../bytes.ts";
import { gpt2Pieces } from "./pieces.ts";
import { learnMerges, merge } from "./train.ts";

/** Training by its definition: all pairs counted anew for each merge. */
function naive(text: string): { pair: [number, number]; count: number; length: number }[] {
  let words = gpt2Pieces(text).map(toBytes);
  const merges: { pair: [number, number]; count: number; length: number }[] = [];
  for (;;) {
    const counts = new Map<string, number>();
    for (const word of words)
      for (let i = 0; i + 1 < word.length; i++) {
        const pair = `${word[i]} ${word[i + 1]}`;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    const all = [...counts].map(([pair, count]) => ({ pair: pair.split(" ").map(Number), count }));
    const [best] = all.sort(
      (a, b) =>
        b.count - a.count ||
        (a.pair[0] ?? 0) - (b.pair[0] ?? 0) ||
        (a.pair[1] ?? 0) - (b.pair[1] ?? 0),
    );
    if (best === undefined || best.count < 2) return merges;
    const [left = 0, right = 0] = best.pair;
    words = words.map((word) => merge(word, left, right, 256 + merges.length));
    merges.push({ pair: [left, right], count: best.count, length: words.flat().length });
  }
}

describe("learning merges", () => {
  it("finds the pairs, counts and lengths that counting anew finds", () => {
    const letters = fc.array(fc.constantFrom(..."aaab  é"), { maxLength: 60 });
    fc.assert(
      fc.property(letters, (list) => {
        const found = [...learnMerges(list.join(""))];
        const numbered = naive(list.join("")).map((one, i) => ({ ...one, token: 256 + i }));
        expect(found).toEqual(numbered);
      }),
      { numRuns: 500 },
    );
  });

  it("shows on the rhyme how mp, then umpty, become tokens", () => {
    const merges = [...learnMerges("humpty dumpty humpty dumpty")];
    expect(merges[0]).toEqual({ pair: [109, 112], token: 256, count: 4, length: 23 });
    expect(merges.length).toBeGreaterThan(5);
  });
});
