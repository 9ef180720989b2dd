import { line, progress, show } from "@humpty/display";
import { Adam, crossEntropy, type Module, Random, type Tensor } from "@humpty/model";
import { sentence } from "./will.ts";

export type Model = Module & { forward(words: string[][]): Tensor };
/** Trains with the child at `places`; gives the % right of new sentences by place. */
export function learn(model: Model, places: number[], name: string, questions = 1) {
  const random = new Random(3);
  const optimizer = new Adam(model.parameters(), { lr: 0.01 });
  const losses: number[] = [];
  for (let step = 1; step <= 200; step++) {
    const list = Array.from({ length: 32 }, () => sentence(places, random, questions));
    const scores = model.forward(list.map((one) => one.words)); // [32, 2]: her, him
    const answers = list.map((one) => one.answer);
    const loss = crossEntropy(scores, answers);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
    progress(step, 200, name);
    if (step % 10 === 0) show(line({ [name]: losses }, { y: "loss" }), "loss");
  }
  return [0, 1, 2, 3].map((place) => {
    const dice = new Random(place + 100);
    const list = Array.from({ length: 200 }, () => sentence([place], dice, questions));
    const said = model.forward(list.map((one) => one.words)).argmax();
    return list.filter(({ answer }, i) => answer === said[i]).length / 2;
  });
}
export default "learn(model, places, name) trains a model, then tests it.";
