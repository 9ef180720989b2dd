import { progress, table } from "@humpty/display";
import type { Listener } from "./listener.ts";
import { exam, practiced } from "./practice.ts";

/** The weight that the head gives the reader and the heir, on average. */
function weightsOf(listener: Listener) {
  const sums = [0, 0];
  listener.forward(exam, (weights) => {
    for (const [i, { what }] of exam.entries())
      for (const deed of [0, 1])
        sums[deed] = (sums[deed] ?? 0) + weights.at(i, 0, 4, what.indexOf(deed));
  });
  return sums.map((sum) => sum / exam.length);
}
export const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const runs = seeds.map((seed) => {
  progress(seed, seeds.length);
  return practiced(1, seed);
});
const weights = runs.map(({ listener }) => weightsOf(listener));
export const [ofReader, ofHeir] = weights[0] ?? [];
const rows = runs.map(({ reader, heir }, i) => {
  const [first, second] = (weights[i] ?? []).map((weight) => weight.toFixed(2));
  const heard = { "weight of reader": first ?? "", "of heir": second ?? "" };
  return { seed: seeds[i] ?? 0, "% reader": reader, "% heir": heir, ...heard };
});
export const both = runs.map((run) => run.both);
export const best = Math.max(...both);
export const forgot = both.filter((one) => one < 10).length;
export default table(rows, { digits: 1 });
