import { choice, line, slider, stack, table } from "@humpty/display";
import { generate, Random } from "@humpty/model";
import { type Ingredient, off } from "./lab.ts";
import { run } from "./run.ts";
import { whole as first } from "./trained.ts";

const options = Object.keys(off).slice(1) as Ingredient[];
const without = choice("switched off", { options, value: "residual connections" });
const seed = slider("seed", { min: 1, max: 9, step: 1, value: 1 });

/** A run's curve, and what the model then writes. */
async function tried(ingredient: Ingredient) {
  const known = ingredient === "nothing" && seed === 1;
  const { gpt, tokenizer, curve, wrong } = known ? first : await run(ingredient, seed);
  const start = tokenizer.encode("Shall I ");
  const chosen = { count: 30, temperature: 0.8, random: new Random(seed) };
  const more = generate(gpt.eval(), start, chosen);
  return { curve, wrong, writes: tokenizer.decode([...start, ...more]) };
}
const [all, less] = [await tried("nothing"), await tried(without)];
const lines = { "all nine": all.curve, without: less.curve };
const title = `with all nine, and without ${without}`;
export default stack(
  line(lines, { title, x: "step", y: "how wrong, by the letter" }),
  table([
    { "": "all nine", writes: all.writes },
    { "": "without", writes: less.writes },
  ]),
);
