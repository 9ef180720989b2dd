import { line } from "@humpty/display";
import { learn } from "../../05-residual/cells/learn.ts";
import { whispering } from "../../05-residual/cells/small.ts";

/** 32 boxes with ways around and a small start: chapter 05's best. */
const run = (lr: number) =>
  learn(whispering(32, 0.1), `learning rate ${lr}`, 100, lr).y;
const [careful = [], bold = []] = [0.003, 0.1].map(run);
export const end = careful.at(-1) ?? 0;
export const [start = 0, flown = 0] = bold;
export const boldEnd = bold.at(-1) ?? 0;

const x = bold.map((_, i) => 20 * i);
const cap = (list: number[]) => ({ x, y: list.map((one) => Math.min(one, 6)) });
const lines = { "0.003": cap(careful), "0.1": cap(bold) };
const title = "how wrong, with two learning rates (cut off above 6)";
export default line(lines, { title, x: "step", y: "how wrong" });
