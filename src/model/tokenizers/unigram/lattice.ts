import { exp, log } from "../../math.ts";
import type { Random } from "../../random.ts";

/**
 * All ways to cut a text into pieces: an edge for each piece that fits, from where it starts to where it ends. The edges stand in the order of their ends,
 * and of equal ends, of their starts: those that end at position e are numbered `first[e]` to `first[e + 1] − 1`.
 */
export interface Lattice {
  /** How many characters the text has; positions are 0 to this. */
  readonly length: number;
  readonly first: ArrayLike<number>;
  /** Where each edge starts. */
  readonly starts: ArrayLike<number>;
  /** The piece of each edge: an index into the scores. */
  readonly pieces: ArrayLike<number>;
}

/** The logarithm of each piece's probability; −∞ for a piece that is not to be used. */
export type Scores = ArrayLike<number>;

/** One way to cut a text: its edges from left to right, and the sum of their scores. */
export interface Path {
  edges: number[];
  score: number;
}

/**
 * The best path (Viterbi 1967). Of equals, that whose last pieces are longer.
 * @param skip an edge that may not be used
 */
export function viterbi(lattice: Lattice, scores: Scores, skip = -1): Path {
  const { length, first, starts, pieces } = lattice;
  const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY);
  const last = new Int32Array(length + 1).fill(-1);
  best[0] = 0;
  for (let end = 1; end <= length; end++) {
    for (let edge = first[end] ?? 0; edge < (first[end + 1] ?? 0); edge++) {
      if (edge === skip) continue;
      const score = (best[starts[edge] ?? 0] ?? 0) + (scores[pieces[edge] ?? 0] ?? 0);
      if (score > (best[end] ?? 0)) {
        best[end] = score;
        last[end] = edge;
      }
    }
  }
  const edges: number[] = [];
  for (let end = length; end > 0 && (last[end] ?? -1) >= 0; end = starts[last[end] ?? 0] ?? 0)
    edges.push(last[end] ?? 0);
  return { edges: edges.reverse(), score: best[length] ?? 0 };
}

/** The n best paths, best first: at each position the n best so far are kept. The first is `viterbi`'s. */
export function nBest(lattice: Lattice, scores: Scores, n: number): Path[] {
  interface Step {
    score: number;
    edge: number;
    before: Step | undefined;
  }
  const { length, first, starts, pieces } = lattice;
  const best: Step[][] = [[{ score: 0, edge: -1, before: undefined }]];
  for (let end = 1; end <= length; end++) {
    const steps: Step[] = [];
    for (let edge = first[end] ?? 0; edge < (first[end + 1] ?? 0); edge++) {
      const piece = scores[pieces[edge] ?? 0] ?? 0;
      if (piece === Number.NEGATIVE_INFINITY) continue;
      for (const before of best[starts[edge] ?? 0] ?? [])
        steps.push({ score: before.score + piece, edge, before });
    }
    best.push(steps.sort((a, b) => b.score - a.score).slice(0, n));
  }
  return (best[length] ?? []).map((last) => {
    const edges: number[] = [];
    for (let step: Step | undefined = last; step?.before; step = step.before) edges.push(step.edge);
    return { edges: edges.reverse(), score: last.score };
  });
}

/**
 * For each position, the logarithm of the sum of e^(alpha · score) over all paths from the start to there (the forward algorithm).
 * @param alpha 1 for the model's own probabilities
 */
export function forward(lattice: Lattice, scores: Scores, alpha = 1): Float64Array {
  const { length, first, starts, pieces } = lattice;
  const sums = new Float64Array(length + 1);
  for (let end = 1; end <= length; end++) {
    const [from, to] = [first[end] ?? 0, first[end + 1] ?? 0];
    let most = Number.NEGATIVE_INFINITY;
    for (let edge = from; edge < to; edge++)
      most = Math.max(
        most,
        (sums[starts[edge] ?? 0] ?? 0) + alpha * (scores[pieces[edge] ?? 0] ?? 0),
      );
    let sum = 0;
    for (let edge = from; edge < to; edge++)
      sum += exp((sums[starts[edge] ?? 0] ?? 0) + alpha * (scores[pieces[edge] ?? 0] ?? 0) - most);
    sums[end] = most + log(sum);
  }
  return sums;
}

/**
 * Adds to `counts` how often each piece is expected in the text, `times` over: the probability of each edge, by the forward and the backward algorithm.
 * @returns the logarithm of the text's probability
 */
export function addExpected(
  lattice: Lattice,
  scores: Scores,
  times: number,
  counts: Float64Array,
): number {
  const { length, first, starts, pieces } = lattice;
  const before = forward(lattice, scores);
  const total = before[length] ?? 0;
  // after[p]: the probability of passing p, over that of all paths from the start to p.
  const after = new Float64Array(length + 1);
  after[length] = 1;
  for (let end = length; end > 0; end--) {
    const passing = after[end] ?? 0;
    if (passing === 0) continue;
    for (let edge = first[end] ?? 0; edge < (first[end + 1] ?? 0); edge++) {
      const [start, piece] = [starts[edge] ?? 0, pieces[edge] ?? 0];
      const share = passing * exp((before[start] ?? 0) + (scores[piece] ?? 0) - (before[end] ?? 0));
      after[start] = (after[start] ?? 0) + share;
      counts[piece] = (counts[piece] ?? 0) + times * share;
    }
  }
  return total;
}

/** A path drawn at random, each with probability proportional to e^(alpha · score): forward sums, then choices from the end backward (Kudo 2018, section 3.2). */
export function sample(lattice: Lattice, scores: Scores, alpha: number, random: Random): Path {
  const { length, first, starts, pieces } = lattice;
  const sums = forward(lattice, scores, alpha);
  const edges: number[] = [];
  for (let end = length; end > 0; ) {
    const to = first[end + 1] ?? 0;
    let edge = first[end] ?? 0;
    let left = random.uniform();
    for (let one = edge; one < to; one++) {
      edge = one;
      const score = scores[pieces[one] ?? 0] ?? 0;
      left -= exp((sums[starts[one] ?? 0] ?? 0) + alpha * score - (sums[end] ?? 0));
      if (left < 0) break;
    }
    edges.push(edge);
    end = starts[edge] ?? 0;
  }
  edges.reverse();
  let score = 0;
  for (const edge of edges) score += scores[pieces[edge] ?? 0] ?? 0;
  return { edges, score };
}
