import { bars, choice, slider, stack, text } from "@humpty/display";
import { chances, generate, Random } from "@humpty/model";
import { label } from "./greedy.ts";
import { numbers, spell, symbols } from "./next.ts";
import { grown, young } from "./train.ts";

const practice = choice("practiced", { options: ["300 steps", "25 steps"] });
const { predict } = practice === "25 steps" ? young : grown;
const start = numbers(text("beginning", { value: "humpty dumpty " }));
const temperature = slider("temperature", { min: 0.1, max: 3, step: 0.1, value: 1 });
const topK = slider("top-k", { min: 1, max: 27, step: 1, value: 27 });
const topP = slider("top-p", { min: 0.05, max: 1, step: 0.05, value: 1 });

const how = { temperature, topK, topP };
const list = chances(predict(start), how).map((chance, i) => ({ chance, i }));
const top = list.sort((a, b) => b.chance - a.chance).slice(0, 8);
const labels = top.map(({ i }) => label(i));
const now = top.map(({ chance }) => chance);
const random = new Random(1);
const texts = Array.from({ length: 4 }, () =>
  spell([...start, ...generate(predict, start, { ...how, count: 56, random })]),
);
const title = `after “${spell(start)}”`;
export default stack(bars(labels, now, { title }), texts.join("\n"));

const after = chances(grown.predict(numbers("humpty dumpty ")));
export const [ofD, ofS, ofZ] = ["d", "s", "z"].map(
  (one) => after[symbols.indexOf(one)],
);
