import { exp } from "../math.ts";
import type { Random } from "../random.ts";

/** How scores become chances. */
export interface SamplingOptions {
  /** Scores are divided by it before softmax: below 1 the likely gets likelier, above 1 chances even out; 1 when left out. */
  temperature?: number;
  /** Keeps the k likeliest tokens alone. */
  topK?: number;
  /** Keeps the likeliest tokens that together have at least this probability (Holtzman et al. 2020, nucleus sampling). */
  topP?: number;
}

/**
 * The chances of each token to be picked: softmax of the scores over the temperature, then what topK and topP leave, made to add up to 1. Of equal
 * scores the lower token counts as likelier.
 * @throws when the temperature is not above 0, topK not a whole number from 1, or topP not in (0, 1]
 */
export function chances(
  scores: ArrayLike<number>,
  { temperature = 1, topK, topP }: SamplingOptions = {},
): number[] {
  if (!(temperature > 0))
    throw new Error(`temperature: must be above 0, got ${temperature}; greedy picks the largest`);
  if (topK !== undefined && !(Number.isInteger(topK) && topK >= 1))
    throw new Error(`topK: must be a whole number of at least 1, got ${topK}`);
  if (topP !== undefined && !(topP > 0 && topP <= 1))
    throw new Error(`topP: must be above 0 and at most 1, got ${topP}`);
  const list = Array.from(scores);
  const top = list.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const raised = list.map((score) => exp((score - top) / temperature));
  const kept = keep(raised, topK, topP);
  const total = kept.reduce((sum, one) => sum + one, 0);
  return kept.map((one) => one / total);
}

/** Sets to 0 what topK and topP leave out. */
function keep(raised: readonly number[], topK?: number, topP?: number): number[] {
  if (topK === undefined && topP === undefined) return [...raised];
  const order = raised
    .map((_, i) => i)
    .sort((i, j) => (raised[j] ?? 0) - (raised[i] ?? 0) || i - j);
  const first = order.slice(0, topK);
  const total = first.reduce((sum, i) => sum + (raised[i] ?? 0), 0);
  const kept = raised.map(() => 0);
  let sum = 0;
  for (const i of first) {
    if (topP !== undefined && sum >= topP * total) break;
    kept[i] = raised[i] ?? 0;
    sum += kept[i] ?? 0;
  }
  return kept;
}

/** One token, each as likely as its chance. */
export function pick(chances: readonly number[], random: Random): number {
  let left = random.uniform();
  let last = 0;
  for (const [token, chance] of chances.entries()) {
    if (chance === 0) continue;
    last = token;
    left -= chance;
    if (left < 0) return token;
  }
  // Rounding may leave a little: it is the last one's.
  return last;
}

/** The token with the largest score; of equal ones the lowest. */
export function likeliest(scores: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++)
    if ((scores[i] as number) > (scores[best] as number)) best = i;
  return best;
}
