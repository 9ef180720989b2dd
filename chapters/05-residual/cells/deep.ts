import { bars, line, show } from "@humpty/display";
import { log, noGrad, scope } from "@humpty/model";
import { learn, loss } from "./learn.ts";
import { alphabet, practiced, unseen } from "./letters.ts";
import { Stack } from "./stack.ts";

// Whoever knows only how often each letter occurs is this wrong.
const times = [...alphabet].map(() => 0);
for (const { next } of practiced) times[next] = (times[next] ?? 0) + 1;
const surprise = (letter: number) => -log((times[letter] ?? 0) / practiced.length);
export const counting =
  unseen.reduce((sum, { next }) => sum + surprise(next), 0) / unseen.length;

const curves: Record<string, { x: number[]; y: number[] }> = {
  "counting letters": { x: [0, 400], y: [counting, counting] },
};
export let onPracticed = 0;
for (const depth of [2, 8, 32]) {
  const name = `${depth} boxes`;
  const stack = new Stack(depth, false);
  curves[name] = learn(stack, name);
  const again = () => loss(stack, practiced.slice(0, 2000)).item();
  onPracticed = scope(() => noGrad(again)); // of the last one: 32 boxes
  show(line(curves, { x: "step", y: "how wrong" }), "curves");
}
const ends = Object.values(curves).map(({ y }) => y.at(-1) ?? 0);
export const [, two = 0, eight = 0, thirtyTwo = 0] = ends;
export default bars(Object.keys(curves), ends, { title: "how wrong in the end" });
