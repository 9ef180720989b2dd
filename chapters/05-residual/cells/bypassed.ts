import { bars, line, show } from "@humpty/display";
import { learn } from "./learn.ts";
import { Stack } from "./stack.ts";

const curves: Record<string, { x: number[]; y: number[] }> = {};
const starts: number[] = [];
const ends: number[] = [];
for (const depth of [2, 8, 32]) {
  const { x, y } = learn(new Stack(depth, true), `${depth} boxes`);
  starts.push(y[0] ?? 0);
  ends.push(y.at(-1) ?? 0);
  // The chart begins where a curve comes below 4.
  const from = y.findIndex((wrong) => wrong < 4);
  curves[`${depth} boxes`] = { x: x.slice(from), y: y.slice(from) };
  show(line(curves, { x: "step", y: "how wrong" }), "curves");
}
export const start32 = starts[2] ?? 0;
export const [two = 0, eight = 0, thirtyTwo = 0] = ends;
export default bars(Object.keys(curves), ends, { title: "how wrong in the end" });
