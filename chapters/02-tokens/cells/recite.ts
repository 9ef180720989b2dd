import { choice, stack, table, tokens } from "@humpty/display";
import { inWords, letters, subwords } from "./ways.ts";

const ways = { letters, subwords, words: inWords };
const shown = choice("cut into", {
  options: ["letters", "subwords", "words"],
  value: "subwords",
});
const rows = Object.entries(ways).map(([name, { asked, right }]) => {
  const [a = 0, b = 0, c = 0] = right;
  return { "cut into": name, asked, "seed 1": a, "seed 2": b, "seed 3": c };
});
export const [asked, least] = [subwords.asked, Math.min(...subwords.right)];
export const [askedLetters, mostLetters] = [letters.asked, Math.max(...letters.right)];
export const [askedWords, leastWords] = [inWords.asked, Math.min(...inWords.right)];
const title = "12 tokens in: how many tokens of the rhyme are right";
export default stack(tokens(ways[shown].shown), table(rows, { title }));
