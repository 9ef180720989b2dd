import type { GPT } from "../gpt.ts";
import type { Random } from "../random.ts";
import { type Predictor, predictor } from "./predictor.ts";
import { chances, likeliest, pick, type SamplingOptions } from "./sampling.ts";

/** How much is written, and how each token is chosen. */
export interface GenerateOptions extends SamplingOptions {
  /** How many tokens to add, at most. */
  count: number;
  /** Where chance comes from. Without it the likeliest token is taken each time: greedy. */
  random?: Random;
  /** Tokens that end the text; they are not given. */
  stop?: readonly number[];
}

/**
 * Tokens that go on from a text, one for each turn of a loop: leave the loop to stop.
 *
 *     for (const token of generate(model, tokenizer.encode("Humpty"), { count: 50, random })) …
 *
 * @param model a GPT, or anything that scores what comes next
 * @param tokens the text so far: at least one token
 */
export function* generate(
  model: GPT | Predictor,
  tokens: readonly number[],
  { count, random, stop = [], ...sampling }: GenerateOptions,
): Generator<number, void> {
  const predict = asPredictor(model);
  const text = [...tokens];
  for (let i = 0; i < count; i++) {
    const scores = predict(text);
    const token = random ? pick(chances(scores, sampling), random) : likeliest(scores);
    if (stop.includes(token)) return;
    text.push(token);
    yield token;
  }
}

export const asPredictor = (model: GPT | Predictor): Predictor =>
  typeof model === "function" ? model : predictor(model);
