import { line, slider } from "@humpty/display";
import { learn } from "./learn.ts";
import { Stack } from "./stack.ts";

const factor = slider("weights in the boxes times", {
  min: 0,
  max: 1,
  step: 0.1,
  value: 0.1,
});

/** A stack with ways around whose boxes begin by whispering. */
export function whispering(depth: number, factor: number, seed = 1): Stack {
  const stack = new Stack(depth, true, seed);
  for (const box of stack.boxes)
    for (const weights of box.parameters()) weights.data.set(weights.mul(factor).data);
  return stack;
}
const curve = learn(whispering(32, factor), `times ${factor}`);
export const end = curve.y.at(-1) ?? 0;
const title = `32 boxes, ways around, weights times ${factor} at the start`;
export default line({ "how wrong": curve }, { title, x: "step", y: "how wrong" });
