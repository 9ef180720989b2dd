import { line } from "@humpty/display";
import { unseen } from "./letters.ts";
import { powers } from "./slopes.ts";
import { Stack } from "./stack.ts";

/** The length of the vector that goes into each box, for one lesson. */
export function lengths(stack: Stack): number[] {
  let x = stack.embedding.forward([unseen[0]?.before ?? []]).reshape([-1, 32]);
  return stack.boxes.map((box) => {
    const length = Math.sqrt(x.mul(x).sum().item());
    const y = box.forward(x).relu();
    x = stack.around ? x.add(y) : y;
    return length;
  });
}
const through = lengths(new Stack(32, false));
const around = lengths(new Stack(32, true));
export const [first = 0] = around;
export const last = around.at(-1) ?? 0;
const lines = { through: powers(through), "ways around": powers(around) };
const title = "length of the vector before each box, as a power of ten";
export default line(lines, { title, x: "box", y: "10 to the" });
