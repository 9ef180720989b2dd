import { spread } from "@humpty/display";
import { practice } from "./practice.ts";
import { makeReader, percentRight } from "./reader.ts";

const seeds = [1, 2, 3, 4, 5];
/** One number for each symbol: the alphabet's at first, then trained or not. */
function results(trained: boolean) {
  return seeds.map((seed) => {
    const reader = makeReader(1, seed);
    const places = Array.from({ length: 27 }, (_, i) => i / 26);
    reader.embedding.weight.data.set(places);
    practice(reader, trained ? reader.all : reader.layers, { seed });
    return percentRight(reader);
  });
}
const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const [fixed, moved] = [results(false), results(true)];
export const [meanFixed, meanTrained] = [mean(fixed), mean(moved)];
export const better = moved.filter((one, i) => one > (fixed[i] ?? 0)).length;
const axis = { from: 20, to: 40 };
export default spread(
  [
    { name: "numbers stay", values: fixed, ...axis },
    { name: "numbers learn, too", values: moved, ...axis },
  ],
  { title: "% right of unseen text, five seeds" },
);
