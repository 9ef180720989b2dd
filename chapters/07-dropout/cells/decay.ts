import { table } from "@humpty/display";
import { mean } from "./chances.ts";
import { tested } from "./seeds.ts";

const seeds = [2, 3, 4];
const run = (p: number, decay: number) =>
  mean(seeds.map((seed) => tested(p, seed, decay)));
export const [neither, dropout] = [run(0, 0), run(0.8, 0)];
export const [decay, both] = [run(0, 1), run(0.8, 1)];
const wrong = "how wrong in the test";
export default table([
  { remedy: "stopping in time alone", [wrong]: neither },
  { remedy: "and dropout, p = 0.8", [wrong]: dropout },
  { remedy: "and weight decay 1", [wrong]: decay },
  { remedy: "and both", [wrong]: both },
]);
