import { line, progress, show } from "@humpty/display";
import { Adam, crossEntropy, Random, type Tensor } from "@humpty/model";
import { sentence } from "./will.ts";

type Part = { parameters(): Tensor[] };
/** Sentences in; out come two scores for each: her, him. */
export type Model = { parts: Part[]; forward(words: string[][]): Tensor };
/** Trains with the child at `places`; gives the % right of new sentences by place. */
export function learn(model: Model, places: number[], name: string, questions = 1) {
  const random = new Random(3);
  const parameters = model.parts.flatMap((part) => part.parameters());
  const optimizer = new Adam(parameters, { lr: 0.01 });
  const losses: number[] = [];
  for (let step = 1; step <= 200; step++) {
    const [words, answers] = some(32, places, random, questions);
    const loss = crossEntropy(model.forward(words), answers);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
    progress(step, 200, name);
    if (step % 10 === 0) show(line({ [name]: losses }, { y: "loss" }), "loss");
  }
  return [0, 1, 2, 3].map((place) => {
    const [words, answers] = some(200, [place], new Random(place + 100), questions);
    const said = model.forward(words).argmax();
    return answers.filter((answer, i) => answer === said[i]).length / 2;
  });
}
function some(count: number, places: number[], random: Random, questions: number) {
  const list = Array.from({ length: count }, () => sentence(places, random, questions));
  return [list.map((one) => one.words), list.map((one) => one.answer)] as const;
}
export default "learn(model, places, name) trains a model, then tests it.";
