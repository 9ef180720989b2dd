import { gpt2Pieces } from "@humpty/model";
import { numbers, spell } from "../../00-start/cells/letters.ts";
import { tokenizer } from "./encode.ts";
import { recite } from "./practice.ts";
import { learned, rhyme } from "./twelve.ts";

/** The rhyme cut one way: three networks learn it, are given "humpty", and go on. */
function runs(ids: number[], size: number, say: (id: number) => string) {
  const cut = ids.map(say);
  const given = cut.findIndex((_, i) => cut.slice(0, i).join("") === "humpty");
  const said = [1, 2, 3].map((seed) => recite(learned(ids, size, seed), ids, given));
  const right = said.map((one) => one.filter((id, i) => id === ids[i]).length - given);
  // Of the first: what differs from the rhyme is shaded.
  const shown = (said[0] ?? []).map((id, i) => {
    return {
      text: say(id).replace(" ", "␣"),
      ...(id === ids[i] ? {} : { mark: true }),
    };
  });
  return { asked: ids.length - given, right, shown };
}
const list = gpt2Pieces(rhyme); // the words, each with the space before it
const words = ["", ...new Set(list)]; // token 0 is no word
const wordIds = list.map((word) => words.indexOf(word));
export const letters = runs(numbers(rhyme), 27, (id) => spell([id]));
export const subwords = runs(tokenizer.encode(rhyme), tokenizer.size, (id) =>
  tokenizer.token(id),
);
export const different = words.length - 1;
export const inWords = runs(wordIds, words.length, (id) => words[id] ?? "");
export default `The rhyme's ${list.length} words are ${different} different tokens.`;
