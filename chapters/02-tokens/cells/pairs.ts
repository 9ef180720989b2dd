import { bars } from "@humpty/display";
import { gpt2Pieces } from "@humpty/model";

export type Pair = [left: number, right: number];
export type Word = { tokens: number[]; count: number };
export const bytesOf = (text: string) => [...new TextEncoder().encode(text)];

/** The words of a text, each with the space before it, and how often each comes. */
export function wordsIn(text: string): Word[] {
  const counts = new Map<string, number>();
  for (const word of gpt2Pieces(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => ({ tokens: bytesOf(word), count }));
}
/** Each pair of neighbors, and how often it comes: the most frequent first. */
export function pairsIn(words: Word[]) {
  const counts = new Map<number, number>();
  for (const { tokens, count } of words)
    for (const [i, right] of tokens.slice(1).entries()) {
      const both = (tokens[i] ?? 0) * 65536 + right; // one number for the pair
      counts.set(both, (counts.get(both) ?? 0) + count);
    }
  const list = [...counts].sort(([a, most], [b, more]) => more - most || a - b);
  return list.map(([both, count]) => {
    const pair: Pair = [Math.floor(both / 65536), both % 65536];
    return { pair, count };
  });
}
const shown = pairsIn(wordsIn("cats sat, a cat sat, the cats sat")).slice(0, 6);
const names = shown.map(({ pair }) => String.fromCharCode(...pair).replace(" ", "␣"));
const counts = shown.map(({ count }) => count);
export default bars(names, counts, { digits: 0 });
