import { line } from "@humpty/display";
import { Adam, crossEntropy, rhyme, scope } from "@humpty/model";
import { last4, nextModel, numbers } from "./next.ts";

/** Places in a text: the four characters before each, and the one that stands there. */
export function lessons(text: readonly number[], from = 0, to = text.length) {
  const nexts = text.slice(from, to);
  const before = (place: number) => last4(text.slice(Math.max(0, place - 4), place));
  return { windows: nexts.map((_, i) => before(from + i)), nexts };
}
/** A new model. `practice` is one step downhill on some lessons; it gives the loss. */
export function learner(seed: number, cost = crossEntropy) {
  const model = nextModel(seed);
  const optimizer = new Adam(model.parameters, { lr: 0.01 });
  const practice = ({ windows, nexts }: ReturnType<typeof lessons>) =>
    scope(() => {
      const loss = cost(model.forward(windows), nexts);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      return loss.item();
    });
  return { ...model, practice };
}
export const [young, grown] = [learner(135), learner(135)];
const whole = lessons(numbers(rhyme));
for (let step = 0; step < 25; step++) young.practice(whole);
const losses = Array.from({ length: 300 }, () => grown.practice(whole));
export default line({ loss: losses }, { x: "step", y: "loss" });
