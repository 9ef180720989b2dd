import { bars, progress, stack } from "@humpty/display";
import { learn, wrong } from "./learn.ts";
import { heard } from "./middles.ts";
import { speller } from "./side-by-side.ts";
import { Speller } from "./speller.ts";

/** Sets to 0 what some heads have in the last matrix: eight of its 32 columns each. */
function silence(one: Speller, heads: number[]) {
  const weights = one.namedParameters().get("middle.projection.weight")?.data ?? [];
  for (const at of weights.keys())
    if (heads.includes(Math.floor((at % 32) / 8))) weights[at] = 0;
}
const options = [[], [0], [1], [2], [3], [0, 1, 2, 3]];
const names = ["none", "head 1", "head 2", "head 3", "head 4", "all"];
const runs = options.map((heads, i) => {
  progress(i, options.length, names[i]);
  const copy = new Speller(2, heard(4));
  copy.loadStateDict(speller.stateDict());
  silence(copy, heads);
  const now = wrong(copy);
  return { now, later: learn(copy, 100, 64, () => silence(copy, heads)) };
});
const [now, later] = [runs.map((run) => run.now), runs.map((run) => run.later)];
const costs = (list: number[]) => list.slice(1).map((one) => one - (list[0] ?? 0));
export const [now1, now2, now3, now4, nowAll] = costs(now);
export const [later1, later2, later3, later4, laterAll] = costs(later);
export default stack(
  bars(names.slice(1), costs(now), { title: "how much worse without" }),
  bars(names.slice(1), costs(later), { title: "after 100 more steps without" }),
);
