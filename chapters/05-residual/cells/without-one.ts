import { bars, stack } from "@humpty/display";
import { learn, wrong } from "./learn.ts";
import { whispering } from "./small.ts";
import { Stack } from "./stack.ts";

const through = new Stack(8, false);
const around = whispering(8, 0.1);
learn(through, "through");
learn(around, "ways around");

/** How much worse a trained stack gets when one of its boxes is taken out. */
const worse = (one: Stack) => one.boxes.map((_, i) => wrong(one, i) - wrong(one));
const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
const [worseThrough, worseAround] = [worse(through), worse(around)];
export const meanThrough = mean(worseThrough);
export const meanAround = mean(worseAround);

const boxes = worseThrough.map((_, i) => `without box ${i + 1}`);
export default stack(
  bars(boxes, worseThrough, { title: "through: how much worse" }),
  bars(boxes, worseAround, { title: "ways around: how much worse" }),
);
