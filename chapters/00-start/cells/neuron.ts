import { choice, table } from "@humpty/display";

export const names = ["red", "green", "blue", "volume"];
export const shown: Record<string, number[]> = {
  "a leaf": [0.2, 0.65, 0.28, 0.25],
  "an autumn leaf": [0.7, 0.4, 0.2, 0.2],
  "a daisy": [0.9, 0.9, 0.9, 0.4],
};
const thing = choice("thing", { options: Object.keys(shown) });
export const inputs = shown[thing] ?? [];

/** How much this neuron minds each number, and where it starts. */
export const weights = [-0.5, 0.8, -0.4, -0.9];
export const bias = 0.6;

/** Each number times its weight, all added up, and the bias. */
export function neuron(inputs: number[], weights: number[], bias: number) {
  let sum = bias;
  for (const [i, input] of inputs.entries()) sum += input * (weights[i] ?? 0);
  return sum;
}
export const output = neuron(inputs, weights, bias);

const rows = names.map((name, i) => {
  const [input = 0, weight = 0] = [inputs[i], weights[i]];
  return { "": name, number: input, weight, "number × weight": input * weight };
});
const end = { "": "bias", number: "", weight: "", "number × weight": bias };
const total = { "": "sum", number: "", weight: "", "number × weight": output };
export default table([...rows, end, total], { digits: 3 });
