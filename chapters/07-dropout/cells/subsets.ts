import { bars, slider } from "@humpty/display";
import { bias, neuron, shown, weights } from "../../00-start/cells/neuron.ts";

const p = slider("p", {
  min: 0.1,
  max: 0.9,
  step: 0.1,
  value: 0.5,
});
const inputs = shown["a leaf"] ?? [];
/** The neuron's sum, without its bias. */
const sum = (inputs: number[]) => neuron(inputs, weights, bias) - bias;

// Every way to keep some of four inputs: 0000, 0001, 0010, … 1111.
const ways = Array.from({ length: 16 }, (_, i) => i.toString(2).padStart(4, "0"));
const sums = ways.map((way) => sum(inputs.map((one, i) => one * Number(way[i]))));
/** How likely a way is: p for each that is dropped, 1 − p for each that is kept. */
const chance = (way: string) =>
  [...way].reduce((chance, kept) => chance * (kept === "1" ? 1 - p : p), 1);

export const whole = sum(inputs);
export const expected = ways.reduce(
  (all, way, i) => all + chance(way) * (sums[i] ?? 0),
  0,
);
const share = (1 - p) * whole;
const labels = ways.map((way) => way.replaceAll("1", "●").replaceAll("0", "○"));
const dots = [...labels, "on average", "(1 − p) × whole"];
export default bars(dots, [...sums, expected, share], { digits: 3 });
