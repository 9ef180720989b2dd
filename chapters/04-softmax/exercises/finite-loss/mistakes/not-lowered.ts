import { bars } from "@humpty/display";
import { exp, log } from "@humpty/model";
import { softmax } from "../../cells/softmax.ts";
import { lowered } from "../../cells/two.ts";

/** How surprising the right answer is: −log of its chance. */
export function loss(scores: number[], right: number): number {
  const below = lowered(scores);
  const total = below.reduce((sum, score) => sum + exp(score), 0);
  return log(total) - (scores[right] ?? 0);
}
/** The slope of the loss for each score. */
export function slopes(scores: number[], right: number): number[] {
  const chances = softmax(lowered(scores));
  return chances.map((p, i) => (i === right ? p - 1 : p));
}

const names = ["leaf", "flower", "stone"];
export default bars(names, slopes([5, 1, 2], 0), { title: "slopes", digits: 3 });
