import { line, show } from "@humpty/display";
import { learn } from "../../05-residual/cells/learn.ts";
import { whispering } from "../../05-residual/cells/small.ts";
import { Normed } from "./normed.ts";

const stacks = {
  "no norms": new Normed(32, "none"),
  "no norms, small start": whispering(32, 0.1),
  "norms before": new Normed(32, "before"),
  "norms after": new Normed(32, "after"),
};
const title = "how wrong, 32 boxes (cut off above 4)";
const lines: Record<string, { x: number[]; y: number[] }> = {};
const ends: number[] = [];
for (const [name, stack] of Object.entries(stacks)) {
  const { x, y } = learn(stack, name, 200);
  ends.push(y.at(-1) ?? 0);
  lines[name] = { x, y: y.map((one) => Math.min(one, 4)) };
  show(line(lines, { title, x: "step", y: "how wrong" }), "curves");
}
export const [none = 0, small = 0, before = 0, after = 0] = ends;
