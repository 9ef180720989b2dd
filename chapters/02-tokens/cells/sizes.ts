import { slider, table } from "@humpty/display";
import { sonnets } from "@humpty/model";
import { text } from "./twelve.ts";

const hidden = slider("hidden neurons", { min: 10, max: 1000, step: 10, value: 100 });
/** The words of a text, in small letters. */
export const wordsOf = (text: string) => text.toLowerCase().match(/[a-z']+/g) ?? [];

const all = wordsOf(await sonnets());
const counts = new Map<string, number>();
for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
export const running = all.length;
export const distinct = counts.size;
export const once = [...counts.values()].filter((count) => count === 1).length;
export const english = 171_476 + 9_500; // Oxford English Dictionary: see the notes

const sizes = {
  "letters and the space": 27,
  "words of the rhyme": new Set(wordsOf(text)).size,
  "words of the sonnets": distinct,
  "words of English": english,
};
export const weights = Object.values(sizes).map((size) => size * 100);
export const [ofLetters = 0, , , ofEnglish = 0] = weights;
const rows = Object.entries(sizes).map(([name, size]) => {
  return { "one token for each of the": name, tokens: size, "output weights": size * hidden };
});
export default table(rows);
