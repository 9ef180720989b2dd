import { tokens } from "@humpty/display";
import { numbers, spell, text } from "../../00-start/cells/letters.ts";
import { makeNetwork } from "./network.ts";
import { practice, recite } from "./practice.ts";

export const rhyme = spell(text); // small letters and spaces
/** A network that has practiced a text at all of its places. */
export function learned(ids: number[], size: number, seed = 1) {
  const network = makeNetwork(size, seed);
  const places = () => ids.map((_, place) => place);
  return { ...network, losses: practice(network, ids, { steps: 300, places }) };
}
const ids = numbers(rhyme);
const said = spell(recite(learned(ids, 27), ids, 6)); // begins with "humpty"
export const right = [...said].filter((one, i) => one === rhyme[i]).length - 6;
export const asked = rhyme.length - 6;
const wrong = [...said].findIndex((one, i) => one !== rhyme[i]);
export const saw = said.slice(wrong - 12, wrong).replaceAll(" ", "␣");
// What differs from the rhyme is shaded.
export default tokens(
  [...said].map((one, i) => ({
    text: one.replace(" ", "␣"),
    ...(one === rhyme[i] ? {} : { mark: true }),
  })),
);
