import { slider, table } from "@humpty/display";
import { Random } from "@humpty/model";
import { unigram } from "./split.ts";

const alpha = slider("alpha", { min: 0, max: 1, step: 0.05, value: 0.2 });
const random = new Random(1);
const draws = Array.from({ length: 200 }, () => {
  return unigram.sample("flowers", { alpha, random }).pieces.join(" + ");
});
const counts = new Map<string, number>();
for (const cut of draws) counts.set(cut, (counts.get(cut) ?? 0) + 1);
const rows = [...counts].map(([cut, times]) => ({
  cut,
  "drawn … of 200 times": times,
}));
export default table(
  rows
    .sort((a, b) => b["drawn … of 200 times"] - a["drawn … of 200 times"])
    .slice(0, 6),
);
