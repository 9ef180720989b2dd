import { progress } from "@humpty/display";
import { Adam, crossEntropy, Random, scope, type Tensor } from "@humpty/model";
import { practiced, type Sentence } from "./people.ts";

type Model = { parameters(): Tensor[]; forward(list: Sentence[]): Tensor };
/** 150 steps with 32 sentences each, the same ones for every model. */
export function learn(model: Model, name: string, lessons = practiced) {
  const random = new Random(3);
  const optimizer = new Adam(model.parameters(), { lr: 0.01 });
  for (let step = 1; step <= 150; step++) {
    scope(() => {
      const list = Array.from({ length: 32 }, () => random.pick(lessons));
      const answers = list.map(({ answer }) => answer);
      optimizer.zeroGrad();
      crossEntropy(model.forward(list), answers).backward();
      optimizer.step();
    });
    progress(step, 150, name);
  }
}
/** The % right. */
export function percent(model: Model, list: Sentence[]) {
  const said = scope(() => model.forward(list).argmax());
  return (
    (100 * list.filter(({ answer }, i) => answer === said[i]).length) / list.length
  );
}
export const mean = (list: number[]) =>
  list.reduce((sum, one) => sum + one, 0) / list.length;
export const seeds = [1, 2, 3, 4, 5];
export default "learn(model, name) trains, percent(model, list) examines.";
