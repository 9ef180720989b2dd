import type { GPT } from "../gpt.ts";
import { asPredictor } from "./generate.ts";
import type { Predictor } from "./predictor.ts";
import { chances, type SamplingOptions } from "./sampling.ts";

/** A token that may come next, how likely it is, and what may follow it. */
export interface Continuation {
  token: number;
  /** Given all that stands before it. */
  probability: number;
  children: Continuation[];
}

/**
 * The tree of what may follow a text, as plain data: at each place the `width` likeliest tokens, likeliest first, to a depth of `depth` tokens.
 * Branches whose probability as a whole is below `least` are not followed further.
 */
export function continuations(
  model: GPT | Predictor,
  tokens: readonly number[],
  {
    depth,
    width,
    least = 0,
    ...sampling
  }: { depth: number; width: number; least?: number } & SamplingOptions,
): Continuation[] {
  const predict = asPredictor(model);
  const grow = (text: readonly number[], left: number, whole: number): Continuation[] => {
    if (left === 0 || whole < least) return [];
    return chances(predict(text), sampling)
      .map((probability, token) => ({ token, probability }))
      .filter(({ probability }) => probability > 0)
      .sort((a, b) => b.probability - a.probability || a.token - b.token)
      .slice(0, width)
      .map(({ token, probability }) => ({
        token,
        probability,
        children: grow([...text, token], left - 1, whole * probability),
      }));
  };
  return grow(tokens, depth, 1);
}
