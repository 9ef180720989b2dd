import { heads, slider, stack, tokens } from "@humpty/display";
import { noGrad, type Tensor } from "@humpty/model";
import { vocabulary, words } from "../../05-residual/cells/reciter.ts";
import { rehearsed } from "./rehearsal.ts";
import { line } from "./singer.ts";

const seed = slider("seed", { min: 1, max: 12, step: 1, value: 3 });
/** Begins with two words and goes on, always with the likeliest. */
function recited(count: number) {
  const { singer } = rehearsed(count, seed);
  const said = line.slice(0, 2);
  while (said.length < line.length)
    said.push(noGrad(() => singer.forward(said).argmax().at(-1) ?? 0));
  return { singer, text: said.map((id) => vocabulary[id] ?? "") };
}
const [one, four] = [recited(1), recited(4)];
export const right = four.text.filter((word, i) => word === words[i]).length - 2;
export const asked = line.length - 2;
export const wrongly = one.text.slice(6, 12).join(" ").replace(/,$/, "");

const weights: Tensor[] = [];
noGrad(() => four.singer.forward(line.slice(0, 6), (all) => weights.push(all.row(0))));
export default stack(
  tokens(one.text, { title: "one head" }),
  tokens(four.text, { title: "four heads" }),
  ...weights.map((all) =>
    heads(all, words.slice(0, 6), { title: "four heads listen" }),
  ),
);
