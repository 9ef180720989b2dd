import { bars, line, progress, show } from "@humpty/display";
import { crossEntropy } from "@humpty/model";
import { learn, squares } from "./sonnets.ts";

const costs = {
  raw: squares((u) => u),
  logistic: squares((u) => u.sigmoid()),
  "logistic, 0.8": squares((u) => u.sigmoid(), 0.8),
  softmax: squares((u) => u.softmax()),
  "cross-entropy": crossEntropy,
};
const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const curves: Record<string, number[]> = {};
export let apart = 0; // how far the seeds of one kind lie apart in the end, at most
/** What three models of each kind say to the same unseen letters. */
export const said = Object.entries(costs).map(([name, cost], i) => {
  const runs = [1, 2, 3].map((seed) => {
    progress(3 * i + seed - 1, 15, `${name}, seed ${seed}`);
    return learn(cost, seed);
  });
  const hundreds = [0, 1, 2, 3, 4, 5, 6];
  curves[name] = hundreds.map((at) => mean(runs.map(({ right }) => right[at] ?? 0)));
  const last = runs.map(({ right }) => right.at(-1) ?? 0);
  apart = Math.max(apart, Math.max(...last) - Math.min(...last));
  show(line(curves, { x: "hundreds of steps", y: "% right" }), "curves");
  return runs.map(({ chances }) => chances);
});
const ends = Object.values(curves).map((curve) => curve.at(-1) ?? 0);
export const [raw = 0, logistic = 0, bounded = 0, soft = 0, cross = 0] = ends;
export default bars(Object.keys(costs), ends, {
  title: "% right in the end",
  digits: 1,
});
