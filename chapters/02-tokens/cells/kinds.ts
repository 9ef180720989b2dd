import { table } from "@humpty/display";
import { BytePairTokenizer, gpt2Pieces } from "@humpty/model";
import { bytesOf, wordsIn } from "./pairs.ts";
import { parts } from "./unknown.ts";

const [known = "", unseen = ""] = parts;
const part = known.slice(0, 50_000);
/** A way to cut text: how many tokens there are, a text to learn from, the unseen one. */
export type Kind = { name: string; size: number; lesson: number[]; exam: number[] };
const kind = (name: string, size: number, cut: (text: string) => number[]): Kind => {
  return { name, size, lesson: cut(part), exam: cut(unseen) };
};
const subwords = [300, 1000].map((merges) => {
  const tokenizer = BytePairTokenizer.train(known, { size: 256 + merges });
  return kind(`${merges} merges`, tokenizer.size, (text) => tokenizer.encode(text));
});
// A token for each word that comes three times or more; the others are spelled.
const often = wordsIn(known).filter(({ count }) => count > 2);
const ids = new Map(often.map(({ tokens }, i) => [tokens.join(), 256 + i]));
const inWords = (text: string) =>
  gpt2Pieces(text).flatMap((word) => ids.get(bytesOf(word).join()) ?? bytesOf(word));
const words = kind("words or letters", 256 + ids.size, inWords);

export const kinds = [kind("letters", 256, bytesOf), ...subwords, words];
const row = (name: string, size: number, tokens: number) => {
  return { "cut into": name, vocabulary: size, tokens, letters: part.length / tokens };
};
const rows = kinds.map(({ name, size, lesson }) => row(name, size, lesson.length));
export const [, , many] = rows.map(({ tokens }) => tokens);
export const [, , lettersOfMany] = rows.map(({ letters }) => letters);
const alone = row("words alone", wordsIn(known).length, gpt2Pieces(part).length);
export default table([...rows, alone]);
