import { slider, table } from "@humpty/display";
import { Random, tensor } from "@humpty/model";
import { logistic } from "./logistic.ts";
import { softmax } from "./softmax.ts";

const a = slider("score of leaf", { min: -5, max: 5, step: 0.5, value: 5 });
const b = slider("score of flower", { min: -5, max: 5, step: 0.5, value: 1 });

/** The largest score becomes 0, the others keep their distance from it. */
export function lowered(scores: number[]) {
  const largest = Math.max(...scores);
  return scores.map((score) => score - largest);
}
const rows = [0, 100, 1000].map((more) => {
  const [leaf, flower] = [a + more, b + more];
  const [byHand = 0] = softmax([leaf, flower]);
  const [cured = 0] = softmax(lowered([leaf, flower]));
  const ofPackage = tensor([leaf, flower]).softmax().at(0);
  const difference = { leaf, flower, "logistic(leaf − flower)": logistic(a - b) };
  return { ...difference, softmax: byHand, "lowered first": cured, package: ofPackage };
});
export default table(rows, { digits: 4, title: "the chance of leaf" });

const random = new Random(1); // a thousand pairs of scores: how far apart at most?
const apart = Array.from({ length: 1000 }, () => {
  const [a = 0, b = 0] = [1, 2].map(() => 20 * random.uniform() - 10);
  return Math.abs((softmax([a, b])[0] ?? 0) - logistic(a - b));
});
export const farthest = Math.max(...apart);
