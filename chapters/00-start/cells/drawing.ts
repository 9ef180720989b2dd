import { network, slider } from "@humpty/display";
import { scope } from "@humpty/model";
import { names } from "./neuron.ts";
import { trained } from "./trained.ts";

const range = { min: 0, max: 1, step: 0.01 };
const red = slider("red", { ...range, value: 0.85 });
const green = slider("green", { ...range, value: 0.45 });
const blue = slider("blue", { ...range, value: 0.15 });
const volume = slider("volume", { ...range, value: 0.3 });

const { first, second, forward } = trained;
const inputs = [red, green, blue, volume];
const biases = [first, second].map(({ bias }) => bias?.toList() ?? []);
const weights = first.weight.toRows();
const hidden = weights.map((row, i) => {
  const sum = row.reduce((sum, weight, j) => sum + weight * (inputs[j] ?? 0), 0);
  return Math.max(0, sum + (biases[0]?.[i] ?? 0)); // ReLU
});
const thing = { red, green, blue, volume, is: "leaf" as const };
const outputs = scope(() => forward([thing]).row(0).toList());
export const [leaf = 0, flower = 0] = outputs;
const [a = [], b = []] = biases;
const answers = { name: "outputs", labels: ["leaf", "flower"], values: outputs };
export default network([
  { name: "inputs", labels: names, values: inputs },
  { name: "hidden", values: hidden, weights, biases: a },
  { ...answers, weights: second.weight, biases: b },
]);
