import { line } from "@humpty/display";
import { learn } from "../../05-residual/cells/learn.ts";
import { powers, slopes } from "../../05-residual/cells/slopes.ts";
import { Normed, type Place } from "./normed.ts";

/** The slope at each box, after 100 steps with a learning rate of 0.01. */
function hears(place: Place) {
  const stack = new Normed(32, place);
  const { y } = learn(stack, `norms ${place}`, 100, 0.01);
  for (const parameter of stack.parameters()) parameter.grad?.data.fill(0);
  return { list: slopes(stack), wrong: y.at(-1) ?? 0 };
}
const [before, after] = [hears("before"), hears("after")];
export const [firstBefore = 0] = before.list;
export const [firstAfter = 0] = after.list;
export const lastAfter = after.list.at(-1) ?? 0;
export const [wrongBefore, wrongAfter] = [before.wrong, after.wrong];

const lines = {
  "norms before": powers(before.list),
  "norms after": powers(after.list),
};
const title = "slope at each of 32 boxes after 100 steps, as a power of ten";
export default line(lines, { title, x: "box", y: "10 to the" });
