import { table } from "@humpty/display";
import { join } from "./join.ts";
import { type Pair, pairsIn, wordsIn } from "./pairs.ts";
import { rhyme } from "./twelve.ts";

export type Merge = { pair: Pair; token: number; count: number };
/** Joins the most frequent pair, and again; stops when no pair comes twice. */
export function learn(text: string, most: number) {
  let words = wordsIn(text);
  const merges: Merge[] = [];
  while (merges.length < most) {
    const [best] = pairsIn(words);
    if (!best || best.count < 2) break;
    const { pair, count } = best;
    const token = 256 + merges.length; // 0 to 255 are the bytes
    words = words.map((word) => ({ ...word, tokens: join(word.tokens, pair, token) }));
    merges.push({ pair, token, count });
  }
  return { merges, words };
}
/** The text of a token: a letter's, or that of the two it was joined from. */
export function textOf(token: number, merges: readonly Merge[]): string {
  const { pair } = merges[token - 256] ?? {};
  if (!pair) return String.fromCharCode(token);
  return pair.map((part) => textOf(part, merges)).join("");
}
const { merges } = learn(rhyme, 5);
const seen = (token: number) => textOf(token, merges).replace(" ", "␣");
const rows = merges.map(({ pair, token, count }) => {
  return { "the pair": pair.map(seen).join(" + "), "comes … times": count, token };
});
export default table(rows);
