import { table } from "@humpty/display";
import { mean } from "./chances.ts";
import { tested, withDropout, without } from "./seeds.ts";

const seeds = [2, 3, 4];
/** How wrong with a weight decay of 1, from the first three of the five seeds. */
const decaying = (p: number) => mean(seeds.map((seed) => tested(p, seed, 1)));
const neither = mean(without.slice(0, 3));
export const dropout = mean(withDropout.slice(0, 3));
export const [decay, both] = [decaying(0), decaying(0.8)];
const wrong = "how wrong in the test";
export default table([
  { remedy: "stopping in time alone", [wrong]: neither },
  { remedy: "and dropout, p = 0.8", [wrong]: dropout },
  { remedy: "and weight decay 1", [wrong]: decay },
  { remedy: "and both", [wrong]: both },
]);
