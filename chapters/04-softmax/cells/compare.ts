import { bars, line, progress, show } from "@humpty/display";
import { crossEntropy, exp } from "@humpty/model";
import { learn, squares } from "./sonnets.ts";

const costs = {
  raw: squares((u) => u),
  logistic: squares((u) => u.sigmoid()),
  "logistic, 0.8": squares((u) => u.sigmoid(), 0.8),
  "softmax, squares": squares((u) => u.softmax()),
  "cross-entropy": crossEntropy,
};
const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const curves: Record<string, number[]> = {};
const surprises: number[] = [];
for (const [i, [name, cost]] of Object.entries(costs).entries()) {
  const runs = [1, 2, 3].map((seed) => {
    progress(3 * i + seed - 1, 15, `${name}, seed ${seed}`);
    return learn(cost, seed);
  });
  const hundreds = [0, 1, 2, 3, 4, 5, 6];
  curves[name] = hundreds.map((at) => mean(runs.map(({ right }) => right[at] ?? 0)));
  surprises.push(mean(runs.map(({ surprise }) => surprise)));
  show(line(curves, { x: "hundreds of steps", y: "% right" }), "curves");
}
const ends = Object.values(curves).map((curve) => curve.at(-1) ?? 0);
export const [raw = 0, logistic = 0, bounded = 0, soft = 0, cross = 0] = ends;
export const [, , , softSurprise = 0, crossSurprise = 0] = surprises;
export const [likeSquares, likeCross] = surprises.slice(3).map(exp);
const names = ["softmax, squares", "cross-entropy"];
export default bars(names, surprises.slice(3), { title: "surprise at each letter" });
