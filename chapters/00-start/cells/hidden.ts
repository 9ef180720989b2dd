import { spread } from "@humpty/display";
import { learn, percentRight } from "./learn.ts";
import { makeNetwork } from "./model.ts";

const seeds = [1, 2, 3, 4, 5];
function results(hidden: number) {
  return seeds.map((seed) => {
    const network = makeNetwork(hidden, seed);
    learn(network, `${hidden} hidden neurons, seed ${seed}`);
    return percentRight(network);
  });
}
const [none, six] = [results(0), results(6)];
export const straight = Math.max(...none);
export const [worst, bestBent] = [Math.min(...six), Math.max(...six)];
const axis = { from: 80, to: 100 };
export default spread(
  [
    { name: "no hidden neurons", values: none, ...axis },
    { name: "6 hidden neurons, with ReLU", values: six, ...axis },
  ],
  { title: "% right of what it has not seen, five seeds" },
);
