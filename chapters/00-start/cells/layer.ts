import { heatmap, stack } from "@humpty/display";
import { Linear, Random, tensor } from "@humpty/model";
import { bias, inputs, names, neuron, weights } from "./neuron.ts";

// A row for each neuron: the first answers to leaves, the second to flowers.
const rows = [weights, [0.5, -0.8, 0.4, 0.9]];
const biases = [bias, 0.4];

/** A matrix times a vector: each row, number by number, times the vector. */
export const layer = (rows: number[][], biases: number[], inputs: number[]) =>
  rows.map((row, i) => neuron(inputs, row, biases[i] ?? 0));
export const [leaf = 0, flower = 0] = layer(rows, biases, inputs);

const linear = new Linear(4, 2, { random: new Random(1) }); // the package's
linear.weight.data.set(rows.flat());
linear.bias?.data.set(biases);
const outputs = linear.forward(tensor([inputs])).row(0);
export const apart = Math.max(
  Math.abs(outputs.at(0) - leaf),
  Math.abs(outputs.at(1) - flower),
);

const answers = ["leaf", "flower"];
export default stack(
  heatmap(linear.weight, { rows: answers, columns: names, name: "matrix of weights" }),
  heatmap([inputs], { columns: names, rows: ["inputs"], name: "vector" }),
  heatmap(outputs, { columns: answers, name: "outputs of the package" }),
);
