import { slider, spread } from "@humpty/display";

const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const varianceOf = (list: number[]) => {
  const M = mean(list);
  return mean(list.map((one) => (one - M) * (one - M)));
};
const eight = [2, 4, 4, 4, 5, 5, 7, 9];
export const M = mean(eight);
export const variance = varianceOf(eight);
export const S = Math.sqrt(variance);
export const distance = mean(eight.map((one) => Math.abs(one - M)));

const last = slider("last number", { min: 0, max: 20, step: 1, value: 9 });
const x = [...eight.slice(0, 7), last];
const centered = x.map((one) => one - mean(x));
const scaled = centered.map((one) => one / Math.sqrt(varianceOf(x)));
export default spread([
  { name: "x", values: x, from: 0, to: 20 },
  { name: "x − M", values: centered, from: -10, to: 10 },
  { name: "(x − M) / S", values: scaled, from: -10, to: 10 },
]);
