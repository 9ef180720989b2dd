import { line } from "@humpty/display";
import { noGrad, scope, type Tensor } from "@humpty/model";
import { learn } from "../../05-residual/cells/learn.ts";
import { practiced } from "../../05-residual/cells/letters.ts";
import { whispering } from "../../05-residual/cells/small.ts";
import type { Stack } from "../../05-residual/cells/stack.ts";

const letters = practiced.slice(0, 64).map(({ before }) => before);
const lengthOf = (x: Tensor) => Math.sqrt(x.mul(x).sum().item() / 64);

/** How long the stream's vector is before each box, on average over 64 lessons. */
function lengths(stack: Stack): number[] {
  return scope(() =>
    noGrad(() => {
      let x = stack.embedding.forward(letters).reshape([-1, 32]);
      return stack.boxes.map((box) => {
        const length = lengthOf(x);
        x = x.add(box.forward(x).relu());
        return length;
      });
    }),
  );
}
const stack = whispering(32, 0.1);
const before = lengths(stack);
learn(stack, "learning rate 0.1", 20, 0.1);
const after = lengths(stack);
export const [atStart = 0, atEnd = 0] = [before, after].map((list) => list.at(-1));
const lines = { untrained: before, "after 20 steps": after };
export default line(lines, { title: "how long the vector is", x: "before box", y: "" });
