import { log } from "../../math.ts";
import { viterbi } from "./lattice.ts";
import type { Corpus, Model } from "./model.ts";

/**
 * The pieces to keep: single characters, and of the others those whose loss would cost the text most probability, up to `size` in all. The cost is reckoned as
 * if each use of a piece became the next best way to cut it, all else unchanged. A piece that the best segmentation never uses goes at once.
 */
export function prune({ words, seeds }: Corpus, { alive, scores }: Model, size: number): number[] {
  const uses = new Float64Array(scores.length);
  let total = 0;
  for (const { lattice, count } of words)
    for (const edge of viterbi(lattice, scores).edges) {
      const piece = lattice.pieces[edge] ?? 0;
      uses[piece] = (uses[piece] ?? 0) + count;
      total += count;
    }

  const kept: number[] = [];
  const costs: { id: number; cost: number }[] = [];
  for (const id of alive) {
    const seed = seeds[id];
    const used = uses[id] ?? 0;
    if (seed === undefined || used === 0) continue;
    if (seed.length === 1) {
      kept.push(id);
      continue;
    }
    // Of the edges that end where the piece does, the first is the piece itself.
    const whole = seed.lattice.first[seed.length];
    const other = viterbi(seed.lattice, scores, whole);
    if (other.score > (scores[id] ?? 0)) continue;
    const after = log(total + used * (other.edges.length - 1));
    let change = log(used) - log(total);
    for (const edge of other.edges)
      change -= log((uses[seed.lattice.pieces[edge] ?? 0] ?? 0) + used) - after;
    costs.push({ id, cost: used * change });
  }
  costs.sort((a, b) => b.cost - a.cost || a.id - b.id);
  return [...kept, ...costs.slice(0, Math.max(0, size - kept.length)).map(({ id }) => id)];
}
