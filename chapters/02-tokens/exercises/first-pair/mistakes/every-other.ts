import { table } from "@humpty/display";
import { type Pair, type Word, wordsIn } from "../../cells/pairs.ts";

/** The pair of neighbors that comes most often in the words. */
export function firstPair(words: Word[]): Pair {
  const counts = new Map<string, number>();
  for (const { tokens, count } of words)
    for (let i = 0; i + 1 < tokens.length; i += 2) {
      const pair = `${tokens[i]} ${tokens[i + 1]}`;
      counts.set(pair, (counts.get(pair) ?? 0) + count);
    }
  const list = [...counts].sort(([, a], [, b]) => b - a);
  const [left = 0, right = 0] = (list[0]?.[0] ?? "").split(" ").map(Number);
  return [left, right];
}

const words = wordsIn("oh the king, the king, the king, the cat sat");
const pair = String.fromCharCode(...firstPair(words));
export default table([{ "the first pair": pair.replace(" ", "␣") }]);
