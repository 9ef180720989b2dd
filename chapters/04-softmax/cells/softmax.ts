import { table } from "@humpty/display";
import { exp } from "@humpty/model";
import { symbols } from "./next.ts";
import { young } from "./train.ts";

/** e to the power of each score, divided by the total. */
export function softmax(scores: number[]) {
  const powers = scores.map((score) => exp(score));
  const total = powers.reduce((sum, one) => sum + one, 0);
  return powers.map((power) => power / total);
}
const scores = young.scores("humpty du");
const [u, ofPackage] = [scores.toList(), scores.softmax().toList()];
const p = softmax(u);
export const total = u.reduce((sum, one) => sum + one, 0);
const rows = [..."umepj"].map((next) => {
  const i = symbols.indexOf(next);
  const score = u[i] ?? 0;
  const share = { next, score, "score ÷ total": score / total, "e^score": exp(score) };
  return { ...share, softmax: p[i] ?? 0, "the package's": ofPackage[i] ?? 0 };
});
export const [chanceOfU, chanceOfM] = rows.map((row) => row.softmax);
export const apart = Math.max(
  ...p.map((one, i) => Math.abs(one - (ofPackage[i] ?? 0))),
);
export const sum = p.reduce((sum, one) => sum + one, 0);
export default table(rows, { digits: 3 });
