import { line } from "@humpty/display";
import { log } from "@humpty/model";
import { loss } from "./learn.ts";
import { practiced } from "./letters.ts";
import { Stack } from "./stack.ts";

/** How strongly each box is told to change at the first step: its gradient's length. */
export function slopes(stack: Stack): number[] {
  loss(stack, practiced.slice(0, 64)).backward();
  return stack.boxes.map(({ weight }) => {
    const numbers = weight.grad?.toList() ?? [];
    return Math.sqrt(numbers.reduce((sum, one) => sum + one * one, 0));
  });
}
/** 0.001 is 10 to the −3: a chart of such powers shows large and small numbers alike. */
export const powers = (list: number[]) => ({
  x: list.map((_, i) => i + 1),
  y: list.map((one) => log(one) / log(10)),
});
const plain = slopes(new Stack(32, false));
export const [first = 0] = plain;
export const last = plain.at(-1) ?? 0;
const title = "slope at each of 32 boxes, as a power of ten";
export default line({ through: powers(plain) }, { title, x: "box", y: "10 to the" });
