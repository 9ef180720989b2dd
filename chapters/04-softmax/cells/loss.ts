import { line, stack, table } from "@humpty/display";
import { log } from "@humpty/model";
import { squared } from "./ideal.ts";
import { softmax } from "./softmax.ts";

/** How surprising the right answer is: −log of the chance that it was given. */
export function surprise(scores: number[], right: number) {
  return -log(softmax(scores)[right] ?? 0);
}
// Leaf and flower again, and the picture is a leaf: output 0 is right.
const leads = Array.from({ length: 81 }, (_, i) => i / 5 - 8); // leaf less flower
const cross = leads.map((lead) => surprise([lead, 0], 0));
const square = leads.map((lead) => squared(softmax([lead, 0]), [1, 0]));
export const right = surprise([5, 1], 0);
export const wrong = surprise([0, 1], 0);
export const behind = surprise([0, 8], 0);
export const squareBehind = squared(softmax([0, 8]), [1, 0]);

const list = [0.99, 0.9, 0.5, 0.1, 0.01, 0];
const costs = list.map((chance) => ({ "chance given": chance, loss: -log(chance) }));
export const [, , half, , hundredth] = costs.map(({ loss }) => loss);
const curves = {
  "cross-entropy": { x: leads, y: cross },
  squared: { x: leads, y: square },
};
export default stack(
  table(costs),
  line(curves, { x: "score of leaf less score of flower", y: "loss" }),
);
