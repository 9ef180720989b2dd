import { progress, slider, table } from "@humpty/display";
import { twins } from "./folded.ts";
import { learn, wrong } from "./learn.ts";
import { Speller } from "./speller.ts";

const steps = slider("steps", { min: 100, max: 600, step: 100, value: 200 });
/** How wrong four heads are before and after, and how many numbers they train. */
function run(seed: number, form: "own" | "shared") {
  progress(2 * seed - (form === "own" ? 2 : 1), 8, `${form}, seed ${seed}`);
  const speller = new Speller(seed, (random) => twins(32, 4, random)[form]);
  const [start, end] = [wrong(speller), learn(speller, steps, 32)];
  const matrices = speller.middle.parameters().filter(({ shape }) => shape.length > 1);
  return { start, end, numbers: matrices.reduce((sum, { size }) => sum + size, 0) };
}
const runs = [1, 2, 3, 4].map((seed) => [run(seed, "own"), run(seed, "shared")]);
const rows = runs.map(([own, shared], i) => ({
  seed: i + 1,
  "both at first": own?.start ?? 0,
  separate: own?.end ?? 0,
  shared: shared?.end ?? 0,
}));
const starts = runs.map(([own, shared]) => (shared?.start ?? 0) - (own?.start ?? 0));
export const apart = Math.max(...starts.map((one) => Math.abs(one)));
export const [ofOwn, ofShared] = runs[0]?.map(({ numbers }) => numbers) ?? [];
const gaps = rows.map(({ separate, shared }) => shared - separate);
export const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
export default table(rows, { digits: 3, title: "how wrong" });
