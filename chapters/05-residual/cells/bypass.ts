import { boxes, slider, toggle } from "@humpty/display";
import { block } from "./box.ts";

const around = toggle("ways around", { value: true });
const first = slider("first number", { min: -3, max: 3, step: 0.5, value: 2 });

let x = [first, 1];
const drawn = ["block", "the same block"].map((name) => {
  const out = block(x);
  x = around ? x.map((one, i) => one + (out[i] ?? 0)) : out;
  return { name, out, around };
});
export default boxes([first, 1], drawn);
