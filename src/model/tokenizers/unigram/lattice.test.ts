import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp } from "../../math.ts";
import { Random } from "../../random.ts";
import {
  addExpected,
  forward,
  type Lattice,
  nBest,
  type Path,
  sample,
  viterbi,
} from "./lattice.ts";
import { Trie } from "./trie.ts";

/** All ways to cut a text, found one by one. */
function all(lattice: Lattice, scores: readonly number[], end = lattice.length): Path[] {
  if (end === 0) return [{ edges: [], score: 0 }];
  const paths: Path[] = [];
  for (let edge = lattice.first[end] ?? 0; edge < (lattice.first[end + 1] ?? 0); edge++)
    for (const { edges, score } of all(lattice, scores, lattice.starts[edge] ?? 0))
      paths.push({
        edges: [...edges, edge],
        score: score + (scores[lattice.pieces[edge] ?? 0] ?? 0),
      });
  return paths;
}

const pieces = ["a", "b", "ab", "ba", "aa", "aab", "bab", "abab"];
const trie = new Trie();
for (const [id, piece] of pieces.entries()) trie.add(piece, id);
const unknown = pieces.length;

/** A text of a, b and c, which is no piece; with scores. Whole numbers give many equal paths. */
const score = fc.oneof(
  fc.integer({ min: -5, max: -1 }),
  fc.double({ min: -8, max: -0.1, noNaN: true }),
);
const given = fc.tuple(
  fc.array(fc.constantFrom("a", "b", "a", "b", "c"), { maxLength: 9 }),
  fc.array(score, { minLength: 9, maxLength: 9 }),
);
const property = (check: (lattice: Lattice, scores: number[], paths: Path[]) => void) =>
  fc.assert(
    fc.property(given, ([characters, scores]) => {
      const lattice = trie.lattice(characters, unknown);
      check(lattice, scores, all(lattice, scores));
    }),
    { numRuns: 500 },
  );

describe("the lattice of a text", () => {
  it("has an edge for each piece that fits, and for each character that is none", () => {
    const text = [..."abac"];
    const lattice = trie.lattice(text, unknown);
    const edges: string[] = [];
    for (let end = 1; end <= lattice.length; end++)
      for (let i = lattice.first[end] ?? 0; i < (lattice.first[end + 1] ?? 0); i++) {
        const piece = text.slice(lattice.starts[i], end).join("");
        expect(lattice.pieces[i]).toBe(piece === "c" ? unknown : pieces.indexOf(piece));
        edges.push(piece);
      }
    expect(edges).toEqual(["a", "ab", "b", "ba", "a", "c"]);
  });

  it("has as its best path the best of all", () => {
    property((lattice, scores, paths) => {
      const best = viterbi(lattice, scores);
      expect(best.score).toBe(Math.max(...paths.map(({ score }) => score)));
      expect(paths).toContainEqual(best);
    });
  });

  it("has as its n best paths the n best of all, in falling order, the best path first", () => {
    property((lattice, scores, paths) => {
      const n = 1 + (paths.length % 20);
      const best = nBest(lattice, scores, n);
      const sorted = paths.map(({ score }) => score).sort((a, b) => b - a);
      expect(best.map(({ score }) => score)).toEqual(sorted.slice(0, n));
      expect(new Set(best.map(({ edges }) => String(edges))).size).toBe(best.length);
      expect(best[0]).toEqual(viterbi(lattice, scores));
    });
  });

  it("sums the probabilities of all paths", () => {
    property((lattice, scores, paths) => {
      for (const alpha of [0, 0.5, 1]) {
        const sum = paths.reduce((sum, { score }) => sum + Math.exp(alpha * score), 0);
        expect(forward(lattice, scores, alpha)[lattice.length]).toBeCloseTo(Math.log(sum), 9);
      }
    });
  });

  it("expects of each piece what the paths that have it are likely", () => {
    property((lattice, scores, paths) => {
      const total = paths.reduce((sum, { score }) => sum + Math.exp(score), 0);
      const right = new Float64Array(unknown + 1);
      for (const { edges, score } of paths)
        for (const edge of edges) {
          const piece = lattice.pieces[edge] ?? 0;
          right[piece] = (right[piece] ?? 0) + (3 * Math.exp(score)) / total;
        }
      const counts = new Float64Array(unknown + 1);
      expect(addExpected(lattice, scores, 3, counts)).toBeCloseTo(Math.log(total), 9);
      for (const [piece, count] of counts.entries())
        expect(count).toBeCloseTo(right[piece] ?? 0, 9);
    });
  });

  it("passes over an edge that is skipped, and pieces of probability 0", () => {
    const lattice = trie.lattice([..."ab"], unknown);
    const scores = [-3, -3, -1, 0, 0, 0, 0, 0, -9];
    const whole = lattice.first[2] ?? 0;
    expect(viterbi(lattice, scores)).toEqual({ edges: [whole], score: -1 });
    expect(viterbi(lattice, scores, whole).score).toBe(-6);
    scores[2] = Number.NEGATIVE_INFINITY;
    expect(viterbi(lattice, scores).score).toBe(-6);
    expect(nBest(lattice, scores, 5)).toHaveLength(1);
    expect(forward(lattice, scores)[2]).toBeCloseTo(-6, 12);
  });

  it("is sampled as often as its paths are likely", () => {
    const lattice = trie.lattice([..."abab"], unknown);
    const scores = [-2, -2.5, -2.2, -2.1, -3, -4, -3.5, -5.5, -9];
    const paths = all(lattice, scores);
    expect(paths.length).toBe(7);
    for (const alpha of [0, 0.3, 1, 2]) {
      const random = new Random(7);
      const draws = 20_000;
      const seen = new Map<string, number>();
      for (let i = 0; i < draws; i++) {
        const path = sample(lattice, scores, alpha, random);
        const key = String(path.edges);
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
      const total = paths.reduce((sum, { score }) => sum + exp(alpha * score), 0);
      for (const { edges, score } of paths) {
        const share = exp(alpha * score) / total;
        const far = 5 * Math.sqrt((share * (1 - share)) / draws);
        expect(Math.abs((seen.get(String(edges)) ?? 0) / draws - share)).toBeLessThan(far);
      }
    }
  });
});
