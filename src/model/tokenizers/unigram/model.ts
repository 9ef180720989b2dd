import type { Lattice } from "./lattice.ts";
import { unknownPenalty } from "./vocabulary.ts";

/** A text as training sees it. */
export interface Corpus {
  /** The distinct words: how the seeds cut them, and how often each is there. */
  words: readonly { lattice: Lattice; count: number }[];
  /** The seeds, and how other seeds cut them. */
  seeds: readonly { text: string; length: number; lattice: Lattice }[];
}

/** The pieces that are left in training, and their scores. */
export class Model {
  /** Of each seed, and at the end of a character that is none. A seed that was dropped has −∞; a single character goes on as an unknown one. */
  readonly scores: Float64Array;
  alive: number[] = [];
  readonly #corpus: Corpus;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    this.scores = new Float64Array(corpus.seeds.length + 1);
  }

  /** The seeds that are left from now on, with their scores. */
  set(pieces: readonly (readonly [number, number])[]): void {
    const least = pieces.reduce((least, [, score]) => Math.min(least, score), 0);
    for (const [id, { length }] of this.#corpus.seeds.entries())
      this.scores[id] = length === 1 ? least - unknownPenalty : Number.NEGATIVE_INFINITY;
    this.scores[this.#corpus.seeds.length] = least - unknownPenalty;
    for (const [id, score] of pieces) this.scores[id] = score;
    this.alive = pieces.map(([id]) => id);
  }

  /** Leaves these seeds, as they are. */
  keep(ids: readonly number[]): void {
    this.set(ids.map((id) => [id, this.scores[id] ?? 0]));
  }
}
