import { progress } from "@humpty/display";
import { Adam, oneHot, Random, scope, type Tensor } from "@humpty/model";
import { averageSquare } from "../../00-start/cells/model.ts";
import { known, type Lesson } from "./lessons.ts";
import type { Reader } from "./reader.ts";

/** One step downhill on some lessons, of all `parameters`; gives the loss. */
export function lossOn({ forward }: Pick<Reader, "forward">, lessons: Lesson[]) {
  const nexts = lessons.map(({ next }) => next);
  const targets = oneHot(nexts, 27).mul(0.6).add(0.2); // 0.8 for what comes, 0.2 else
  return averageSquare(forward(lessons.map(({ before }) => before)), targets);
}
export function practice(
  reader: Pick<Reader, "forward">,
  parameters: Tensor[],
  {
    steps = 600,
    lessons = known,
    seed = 1,
    lr = 0.01,
    each = (_step: number): void => {},
  } = {},
) {
  const [random, optimizer] = [new Random(seed), new Adam(parameters, { lr })];
  for (let step = 1; step <= steps; step++) {
    const some = Array.from({ length: 100 }, () => random.pick(lessons));
    scope(() => {
      optimizer.zeroGrad();
      lossOn(reader, some).backward();
      optimizer.step();
    });
    if (step % 50 === 0) progress(step, steps);
    each(step);
  }
}
export default "practice(reader, parameters) trains these parameters.";
