import { table } from "@humpty/display";
import { join } from "./join.ts";
import { type Pair, pairsIn, wordsIn } from "./pairs.ts";
import { rhyme } from "./twelve.ts";

const none = { pair: [0, 0] satisfies Pair, count: 0 };
export type Merge = { pair: Pair; token: number; count: number };
/** Joins the most frequent pair, and again; stops when no pair comes twice. */
export function learn(text: string, most: number) {
  let words = wordsIn(text);
  const merges: Merge[] = [];
  while (merges.length < most) {
    const [{ pair, count } = none] = pairsIn(words);
    if (count < 2) break;
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
const name = (token: number) => textOf(token, merges).replace(" ", "␣");
const rows = merges.map((one) => ({ ...one, pair: one.pair.map(name).join(" + ") }));
export default table(rows);
