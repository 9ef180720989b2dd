import { bars, stack, text } from "@humpty/display";
import { likeliest, type Predictor } from "@humpty/model";
import { numbers, spell, symbols } from "./next.ts";
import { grown, young } from "./train.ts";

/** Writes on: every time, the symbol with the largest score. */
export function greedy(predict: Predictor, start: string, count: number) {
  const written = numbers(start);
  for (let i = 0; i < count; i++) written.push(likeliest(predict(written)));
  return spell(written);
}
const start = text("beginning", { value: "humpty d" });
const early = greedy(young.predict, start, 20);
const late = greedy(grown.predict, start, 40);
export const [misspelled, circle] = [early.slice(0, 14), late.slice(0, 20)];

// After "humpty du": the five largest scores of the model that practiced little.
const { values, indices } = young.scores("humpty du").topK(5);
export const label = (i: number) => symbols[i]?.replace(" ", "space") ?? "";
export const [scoreOfU = 0, scoreOfM = 0] = values.toList();
export default stack(
  `25 steps: ${early}`,
  bars((indices[0] ?? []).map(label), values, { title: "scores after “humpty du”" }),
  `300 steps: ${late}`,
);
