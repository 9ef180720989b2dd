import { line, progress, show } from "@humpty/display";
import { Adam, crossEntropy, Random, type Tensor, tensor } from "@humpty/model";
import { sentence } from "./will.ts";

export interface Model {
  forward(sentences: number[][]): Tensor; // word numbers in; scores out: [her, him] for each
  parameters(): Tensor[];
}
export function learn(model: Model, places: number[], name: string, questions = 1) {
  const random = new Random(3);
  const optimizer = new Adam(model.parameters(), { lr: 0.01 });
  const loss: number[] = [];
  const some = () => sentence(random.pick(places), random, questions);
  for (let step = 1; step <= 200; step++) {
    const batch = Array.from({ length: 32 }, some);
    const scores = model.forward(batch.map(({ ids }) => ids));
    const error = crossEntropy(
      scores,
      batch.map(({ answer }) => answer),
    );
    optimizer.zeroGrad();
    error.backward();
    optimizer.step();
    loss.push(error.item());
    progress(step, 200, name);
    if (step % 10 === 0) show(line({ [name]: loss }, { x: "step", y: "loss" }), "loss");
  }
}
/** Of 200 new sentences with the child at `place`: how many per cent are completed rightly. */
export function correct(model: Model, place: number, questions = 1) {
  const random = new Random(place + 100);
  const test = Array.from({ length: 200 }, () => sentence(place, random, questions));
  const said = model.forward(test.map(({ ids }) => ids)).argmax();
  return test.filter(({ answer }, i) => answer === said[i]).length / 2;
}
const always = {
  forward: (list: number[][]) => tensor(list.map(() => [1, 0])),
  parameters: () => [],
};
export const guessing = correct(always, 2);
export default `A model that always says “her” is right in ${guessing} % of the sentences.`;
