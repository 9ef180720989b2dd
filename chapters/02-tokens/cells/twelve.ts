import { tokens } from "@humpty/display";
import { CharacterTokenizer, rhyme, scope } from "@humpty/model";
import { lessonsOf, makeNetwork } from "./network.ts";

const small = rhyme.toLowerCase().replace(/\s+/g, " ");
export const text = small.replace(/[^a-z ]/g, "").trim();
export const letters = new CharacterTokenizer([..." abcdefghijklmnopqrstuvwxyz"]);

/** A network practices a text, gets its first `given` tokens, and goes on by itself. */
export function recite(list: number[], given: number, { tokens = 27, steps = 300, seed = 1, nothing = 0 }) {
  const network = makeNetwork({ tokens, seed });
  const lessons = lessonsOf(list, 12, nothing);
  for (let step = 0; step < steps; step++) network.practice(lessons);
  const said = list.slice(0, given);
  while (said.length < list.length) {
    const before = [...Array<number>(12).fill(nothing), ...said].slice(-12);
    said.push(scope(() => network.forward([before]).argmax()[0] ?? 0));
  }
  return said;
}
const said = letters.decode(recite(letters.encode(text), 6, {}));
const wrong = [...said].findIndex((one, i) => one !== text[i]);
export const saw = said.slice(Math.max(0, wrong - 12), wrong);
export const right = [...said].filter((one, i) => one === text[i]).length - 6;
export const asked = text.length - 6;
// What differs from the rhyme is shaded.
export default tokens([...said].map((one, i) => ({ text: one, ...(one === text[i] ? {} : { weight: 1 }) })));
console.log(said, "|", saw, right, asked);
