import fc from "fast-check";
import { expect, it } from "vitest";
import { mergePiece } from "./merge.ts";
import { merge } from "./train.ts";

/** Byte-pair encoding by its definition: again and again the earliest learned merge that there is, everywhere from the left. */
function naive(
  tokens: readonly number[],
  merges: readonly (readonly [number, number])[],
): number[] {
  let now = [...tokens];
  for (;;) {
    const rank = merges.findIndex(([a, b]) =>
      now.some((token, i) => token === a && now[i + 1] === b),
    );
    const pair = merges[rank];
    if (pair === undefined) return now;
    now = merge(now, pair[0], pair[1], 4 + rank);
  }
}

it("merging a piece by a heap gives what the definition gives", () => {
  // Tokens 0 to 3 are bytes; each merge is of two earlier tokens.
  const merges = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 12 }).map((list) => {
    const pairs = list.map(([a, b], i): [number, number] => [a % (4 + i), b % (4 + i)]);
    return pairs;
  });
  fc.assert(
    fc.property(merges, fc.array(fc.nat(3), { maxLength: 40 }), (pairs, tokens) => {
      const ranks = new Map<string, number>();
      for (const [rank, pair] of pairs.entries())
        if (!ranks.has(String(pair))) ranks.set(String(pair), 4 + rank);
      const found = mergePiece(tokens, (a, b) => ranks.get(`${a},${b}`));
      expect(found).toEqual(naive(tokens, pairs));
    }),
    { numRuns: 3000 },
  );
});

it("merging a piece looks at a few pairs for each of its tokens, however long it is", () => {
  for (const length of [100, 10_000]) {
    let looks = 0;
    const found = mergePiece(Array(length).fill(0), (a, b) => {
      looks++;
      return a === b ? a + 1 : undefined;
    });
    expect(found.length).toBeLessThan(20);
    expect(looks).toBeLessThan(6 * length);
  }
});
