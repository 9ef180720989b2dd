import { slider, tokens } from "@humpty/display";
import { chances, pick, Random } from "@humpty/model";
import { forward, vocabulary, words } from "./listener.ts";

const temperature = slider("temperature", { min: 0.2, max: 5, step: 0.2, value: 1 });
const random = new Random(slider("seed", { min: 1, max: 20, step: 1, value: 1 }));

/** Writes on from some words, and keeps the chance that each of them had. */
function write(start: string, count: number) {
  const said = start.split(" ").map((word) => vocabulary.indexOf(word));
  const written = said.map((id) => ({ id, chance: 1 }));
  while (written.length < count) {
    const scores = forward(said).row(said.length - 1).data; // after the last word
    const list = chances(scores, { temperature });
    const id = pick(list, random);
    said.push(id);
    written.push({ id, chance: list[id] ?? 0 });
  }
  return written.map(({ id, chance }) => ({ text: vocabulary[id] ?? "", chance }));
}
const written = write("humpty", 34);
export const right = written.filter(({ text }, i) => text === words[i]).length - 1;
export const asked = words.length - 1;
// The doubt about each word shades it.
export default tokens(
  written.map(({ text, chance }) => ({ text, weight: 1 - chance })),
);
