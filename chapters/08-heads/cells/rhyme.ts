import { progress, table } from "@humpty/display";
import { rehearsed } from "./rehearsal.ts";

const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
const runs = [1, 2, 4, 8].map((heads) => {
  progress(heads, 8, `${heads} heads`);
  return seeds.map((seed) => rehearsed(heads, seed).steps);
});
const [one = [], two = [], four = [], eight = []] = runs;
const shown = (steps = 0) => (steps === 400 ? "not in 400" : steps);
const rows = seeds.map((seed, i) => ({
  seed,
  "1 head": shown(one[i]),
  "2 heads": shown(two[i]),
  "4 heads": shown(four[i]),
  "8 heads": shown(eight[i]),
}));
export const stuck = one.filter((steps) => steps === 400).length;
export const [most2, most4, most8] = [two, four, eight].map((run) => Math.max(...run));
export default table(rows, { title: "steps until it knows the whole rhyme" });
