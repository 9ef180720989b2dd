import { table } from "@humpty/display";
import { gpt2Pieces } from "@humpty/model";

export type Pair = [left: number, right: number];
/** A word: its tokens, and how often the word comes. */
export type Word = { tokens: number[]; count: number };

/** The words of a text, each with the space before it; at first a token is a byte. */
export function wordsIn(text: string): Word[] {
  const counts = new Map<string, number>();
  for (const word of gpt2Pieces(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const bytes = (word: string) => [...new TextEncoder().encode(word)];
  return [...counts].map(([word, count]) => ({ tokens: bytes(word), count }));
}
/** How often each pair of neighbors stands in the words, the most frequent first. */
export function pairsIn(words: Word[]) {
  const counts = new Map<number, number>();
  for (const { tokens, count } of words)
    for (let i = 0; i + 1 < tokens.length; i++) {
      const both = (tokens[i] ?? 0) * 65536 + (tokens[i + 1] ?? 0); // a name for the pair
      counts.set(both, (counts.get(both) ?? 0) + count);
    }
  const list = [...counts].map(([both, count]) => {
    return {
      pair: [Math.floor(both / 65536), both % 65536] satisfies Pair,
      both,
      count,
    };
  });
  return list.sort((a, b) => b.count - a.count || a.both - b.both);
}
const letter = (byte: number) => String.fromCharCode(byte).replace(" ", "␣");
const words = wordsIn("cats sat, a cat sat, the cats sat");
export default table(
  pairsIn(words).map(({ pair, count }) => ({
    pair: pair.map(letter).join(" "),
    count,
  })),
);
