import { slider, spread } from "@humpty/display";

export const mean = (list: number[]) =>
  list.reduce((sum, one) => sum + one, 0) / list.length;
/** The mean M and the standard deviation S: how far numbers lie from M, on the whole. */
export function meanAndDeviation(x: number[]) {
  const M = mean(x);
  const squares = x.map((one) => (one - M) * (one - M));
  return { M, S: Math.sqrt(mean(squares)) };
}
export const { M, S } = meanAndDeviation([2, 4, 4, 10]);

const times = slider("times", { min: 1, max: 5, step: 0.5, value: 1 });
const plus = slider("plus", { min: -10, max: 10, step: 1, value: 0 });
const last = slider("last number", { min: 0, max: 12, step: 1, value: 10 });
const x = [2, 4, 4, last].map((one) => times * one + plus);
const now = meanAndDeviation(x);
const y = x.map((one) => (one - now.M) / now.S);
export const largest = (10 - M) / S;
export default spread([
  { name: "before", values: x, from: -10, to: 60 },
  { name: "minus M", values: x.map((one) => one - now.M), from: -15, to: 25 },
  { name: "divided by S", values: y, from: -3, to: 3 },
]);
