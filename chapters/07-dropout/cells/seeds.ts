import { spread } from "@humpty/display";
import { mean } from "./chances.ts";
import { practice } from "./practice.ts";
import { Wide } from "./wide.ts";

/** Practices, stops where it is least wrong on names to choose by, and takes the test. */
export function tested(p: number, seed: number, weightDecay = 0): number {
  const name = `p = ${p}, seed ${seed}`;
  const looks = practice(new Wide(p, seed), { name, weightDecay });
  const chosen = looks.reduce((a, b) => (b.toChoose < a.toChoose ? b : a));
  return chosen.unseen;
}
const seeds = [2, 3, 4, 5, 6];
export const without = seeds.map((seed) => tested(0, seed));
export const withDropout = seeds.map((seed) => tested(0.8, seed));
export const [plain, dropped] = [mean(without), mean(withDropout)];
const better = withDropout.filter((one, i) => one < (without[i] ?? 0));
export const betterFrom = better.length;
const axis = { from: 2.4, to: 2.7 };
export default spread(
  [
    { name: "without", values: without, ...axis },
    { name: "with dropout, p = 0.8", values: withDropout, ...axis },
  ],
  { title: "how wrong in the last test, five seeds, each stopped in time" },
);
