import { heatmap, slider } from "@humpty/display";
import { head, stories, Wk, Wv } from "./average.ts";

const reads = [9, 0]; // the first head asks who reads
const inherits = [0, 9]; // the second, who inherits
const longest = [...Wv, [1, 1, 0, 0]];
const rows = slider("numbers from the second head", {
  min: 1,
  max: 3,
  step: 1,
  value: 2,
});

const heard = Object.values(stories).map((story) => {
  const first = head(story, reads, Wk, Wv); // 2 numbers
  const second = head(story, inherits, Wk, longest.slice(0, rows));
  return [...first, ...second]; // side by side: the lengths add up
});
const names = ["2: Ada", "2: Ben", "2: anyone"];
export default heatmap(heard, {
  rows: Object.keys(stories),
  columns: ["1: Ada", "1: Ben", ...names.slice(0, rows)],
  name: "what both heads heard",
});
