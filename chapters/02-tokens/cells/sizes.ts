import { slider, table } from "@humpty/display";
import { sonnets } from "@humpty/model";
import { rhyme } from "./twelve.ts";

const hidden = slider("hidden neurons", { min: 10, max: 1000, step: 10, value: 100 });
/** The words of a text, in small letters. */
export const wordsOf = (text: string) => text.toLowerCase().match(/[a-z']+/g) ?? [];

const all = wordsOf(await sonnets());
const counts = new Map<string, number>();
for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
export const distinct = counts.size;
export const once = [...counts.values()].filter((count) => count === 1).length;

const sizes = {
  "letter, and the space": 27,
  "word of the rhyme": new Set(wordsOf(rhyme)).size,
  "word of the sonnets": distinct,
  "word of English in use": 171_476, // as the Oxford English Dictionary counts
};
export const [ofLetters, , , ofEnglish = 0] = Object.values(sizes).map(
  (size) => size * 100,
);
export const millions = ofEnglish / 1e6;
const rows = Object.entries(sizes).map(([name, size]) => {
  return { "a token for each": name, tokens: size, "output weights": size * hidden };
});
export default table(rows);
