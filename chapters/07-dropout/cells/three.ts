import { slider, table } from "@humpty/display";
import { log } from "@humpty/model";
import { mean } from "./chances.ts";

const range = { min: 0.01, max: 0.99, step: 0.01 };
const given = [
  slider("first", { ...range, value: 0.6 }),
  slider("second", { ...range, value: 0.1 }),
  slider("third", { ...range, value: 0.2 }),
];
const losses = given.map((chance) => -log(chance));
const typical = mean(losses);
const average = mean(given);
const ofAverage = -log(average);

const names = ["first", "second", "third"];
const rows = names.map((name, i) => ({
  "": name,
  chance: given[i] ?? 0,
  "−log": losses[i] ?? 0,
}));
const typicalRow = { "": "a typical one", chance: "", "−log": typical };
const averageRow = { "": "their average", chance: average, "−log": ofAverage };
export default table([...rows, typicalRow, averageRow], { digits: 2 });
