import { choice, line, slider, stack, table } from "@humpty/display";
import { exp, tensor } from "@humpty/model";

const functions = {
  "x²": (x: number) => x * x,
  "3x": (x: number) => 3 * x,
  ReLU: (x: number) => Math.max(0, x),
  "e to the x": exp,
};
const name = choice("function", { options: ["x²", "3x", "ReLU", "e to the x"] });
const at = slider("x", { min: -2, max: 2, step: 0.25, value: 1 });
const f = functions[name];

/** How much the result grows for each step of x: x is nudged a little to both sides. */
export const slopeOf = (f: (x: number) => number, x: number, nudge = 0.001) =>
  (f(x + nudge) - f(x - nudge)) / (2 * nudge);

const x = Array.from({ length: 41 }, (_, i) => -2 + i / 10);
const slope = slopeOf(f, at);
const touching = { x: [at - 1, at + 1], y: [f(at) - slope, f(at) + slope] };
const lines = { [name]: { x, y: x.map(f) }, "its slope here": touching };
const rows = [-1, 0, 1, 2].map((x) => ({ x, result: f(x), slope: slopeOf(f, x) }));
export const of3 = slopeOf(functions["x²"], 3);
export const corner = slopeOf(functions.ReLU, 0);
const zero = tensor([0]).requireGrad();
zero.relu().sum().backward();
export const packages = zero.grad?.item();
export default stack(line(lines, { x: "x" }), table(rows));
