import type { GPT } from "../gpt.ts";
import { log } from "../math.ts";
import { asPredictor } from "./generate.ts";
import type { Predictor } from "./predictor.ts";
import { chances } from "./sampling.ts";

/** One of the texts that beam search found. */
export interface Beam {
  /** What was added to the text. */
  tokens: number[];
  /** The sum of the logarithms of its tokens' probabilities. */
  score: number;
}

/**
 * Beam search: after each token only the `width` likeliest continuations as wholes are followed. Width 1 is greedy.
 * @param options.stop tokens that end a continuation; they are part of its score but are not given
 * @returns the continuations that are left, likeliest first
 */
export function beamSearch(
  model: GPT | Predictor,
  tokens: readonly number[],
  { count, width, stop = [] }: { count: number; width: number; stop?: readonly number[] },
): Beam[] {
  if (!(Number.isInteger(width) && width >= 1))
    throw new Error(`beamSearch: width must be a whole number of at least 1, got ${width}`);
  const predict = asPredictor(model);
  let open: Beam[] = [{ tokens: [], score: 0 }];
  let ended: Beam[] = [];
  for (let i = 0; i < count && open.length > 0; i++) {
    const next = open.flatMap((beam) =>
      chances(predict([...tokens, ...beam.tokens])).map((chance, token) => ({
        beam,
        token,
        score: beam.score + log(chance),
      })),
    );
    // Equal ones stay in order: of the likelier beginning, then of the lower token.
    const best = next.sort((a, b) => b.score - a.score).slice(0, width);
    const grown = (ends: boolean): Beam[] =>
      best
        .filter(({ token }) => stop.includes(token) === ends)
        .map(({ beam, token, score }) => ({
          tokens: ends ? beam.tokens : [...beam.tokens, token],
          score,
        }));
    ended = [...ended, ...grown(true)];
    open = grown(false);
  }
  return [...ended, ...open].sort((a, b) => b.score - a.score).slice(0, width);
}
