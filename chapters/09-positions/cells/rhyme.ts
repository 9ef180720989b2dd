import { stack, text, tokens } from "@humpty/display";
import { type GPT, generate, rhyme } from "@humpty/model";
import { placed, tokenizer, without } from "./reciter.ts";

/** Goes on from a beginning, always with the likeliest letter, as far as the rhyme. */
function write(model: GPT, start: string) {
  const count = rhyme.length - start.length;
  const written = generate(model, tokenizer.encode(start), { count });
  return start + tokenizer.decode([...written]);
}
const start = text("beginning", { value: "Humpty Dumpty sat" });
const told = rhyme.split(/\s+/);
const strip = (title: string, [model]: GPT[]) => {
  const words = model ? write(model, start).split(/\s+/).filter(Boolean) : [];
  // What differs from the rhyme is shaded.
  const mark = (text: string, i: number) =>
    text === told[i] ? text : { text, mark: true };
  return tokens(words.map(mark), { title });
};
/** How many letters are right before the first slip. */
const given = "Humpty Dumpty sat".length;
const right = (model: GPT) => {
  const said = write(model, rhyme.slice(0, given));
  const slip = [...rhyme].findIndex((letter, i) => letter !== said[i]);
  return (slip < 0 ? rhyme.length : slip) - given;
};
export const letters = rhyme.length - given;
export const most = Math.max(...without.map(right));
export const least = Math.min(...placed.map(right));
export default stack(strip("no positions", without), strip("positions", placed));
