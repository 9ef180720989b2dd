import { line, slider, stack, table } from "@humpty/display";
import { exp, log } from "@humpty/model";

const a = slider("a", { min: 0.5, max: 10, step: 0.5, value: 2 });
const b = slider("b", { min: 0.5, max: 10, step: 0.5, value: 5 });
const rows = [
  { number: "a", is: a, "its logarithm": log(a) },
  { number: "b", is: b, "its logarithm": log(b) },
  { number: "a · b", is: a * b, "its logarithm": log(a * b) },
];
export const undone = log(exp(3));
export const added = log(2) + log(5);
export const product = log(2 * 5);
export const tens = log(1000) / log(10);

const x = Array.from({ length: 100 }, (_, i) => 0.1 * (i + 1));
const curve = { "log x": { x, y: x.map(log) } };
export default stack(table(rows, { digits: 3 }), line(curve, { x: "x", y: "log x" }));
