import { line, progress, show } from "@humpty/display";
import { Adam, crossEntropy, noGrad, Random, type Tensor, tensor } from "@humpty/model";
import { sentence } from "./will.ts";

/** Sentences as lists of word numbers in; out come a score for her and one for him. */
export type Model = { forward(sentences: number[][]): Tensor; parameters(): Tensor[] };

export function learn(model: Model, places: number[], name: string, questions = 1) {
  const random = new Random(3);
  const optimizer = new Adam(model.parameters(), { lr: 0.01 });
  const loss: number[] = [];
  for (let step = 1; step <= 200; step++) {
    const batch = Array.from({ length: 32 }, () => sentence(random.pick(places), random, questions));
    const scores = model.forward(batch.map((one) => one.ids)); // [32, 2]
    const error = crossEntropy(scores, batch.map((one) => one.answer));
    optimizer.zeroGrad();
    error.backward();
    optimizer.step();
    loss.push(error.item());
    if (step % 10 === 0) show(line({ [name]: loss }, { x: "step", y: "loss" }), name);
    progress(step, 200, name);
  }
}
/** Of 200 sentences with the child at `place`, the percentage that the model completes rightly. */
export function correct(model: Model, place: number, questions = 1) {
  const random = new Random(place + 100);
  const test = Array.from({ length: 200 }, () => sentence(place, random, questions));
  const said = noGrad(() => model.forward(test.map((one) => one.ids)).argmax(1).toList());
  return test.filter((one, i) => one.answer === said[i]).length / 2;
}
const alwaysHer = { forward: (list: number[][]) => tensor(list.map(() => [1, 0])), parameters: () => [] };
export const guessing = correct(alwaysHer, 2);
export default `A model that always says “her” is right in ${guessing} % of the sentences.`;
