import * as humpty from "@humpty/model";
import { numbers } from "./next.ts";
import { learner, lessons } from "./train.ts";

const [known, unseen] = humpty.splitData(numbers(await humpty.sonnets()));
export const exam = lessons(unseen, 0, 4000); // from the last tenth, never practiced
type Cost = typeof humpty.crossEntropy;
/** Squared error of what `of` makes of scores; the right symbol should get `yes`. */
export function squares(of: (u: humpty.Tensor) => humpty.Tensor, yes = 1): Cost {
  return (scores, nexts) => {
    const wanted = humpty.oneHot(nexts, 27).mul(2 * yes - 1);
    const gaps = of(scores).sub(wanted.add(1 - yes));
    return gaps.mul(gaps).sum().div(nexts.length);
  };
}
/** A model learns. Every 100 steps: % right of unseen letters; at last, all chances. */
export function learn(cost: Cost, seed: number) {
  const [model, random] = [learner(seed, cost), new humpty.Random(seed)];
  const right: number[] = [];
  for (let step = 0; step <= 600; step++) {
    const from = random.integer(known.length - 100);
    if (step > 0) model.practice(lessons(known, from, from + 100));
    if (step % 100 > 0) continue;
    const said = humpty.scope(() => model.forward(exam.windows).argmax());
    right.push(said.filter((one, i) => one === exam.nexts[i]).length / 40);
  }
  const chances = humpty.scope(() => model.forward(exam.windows).softmax());
  return { right, chances: chances.toRows() };
}
export default `${known.length} characters to practice on, ${unseen.length} kept apart`;
