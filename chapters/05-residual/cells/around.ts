import { line } from "@humpty/display";
import { powers, slopes } from "./slopes.ts";
import { Stack } from "./stack.ts";

const plain = slopes(new Stack(32, false));
const around = slopes(new Stack(32, true));
export const [first = 0] = around;
export const last = around.at(-1) ?? 0;
export const times = Math.max(...around) / Math.min(...around);

const lines = { through: powers(plain), "ways around": powers(around) };
const title = "slope at each of 32 boxes, as a power of ten";
export default line(lines, { title, x: "box", y: "10 to the" });
