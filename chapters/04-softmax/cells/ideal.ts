import { choice, table } from "@humpty/display";

/** The average square of what is missing or too much. */
export function squared(outputs: number[], targets: number[]) {
  const gaps = outputs.map((output, i) => output - (targets[i] ?? 0));
  return gaps.reduce((sum, gap) => sum + gap * gap, 0) / gaps.length;
}

// The picture is a leaf. Two outputs: one for leaf, one for flower.
const options = ["0.8", "5", "1000", "Infinity"];
const ideal = Number(choice("ideal output for the leaf", { options }));
const answers = [
  [5, 1],
  [0, 1],
  [50, 1],
];
const rows = answers.map(([leaf = 0, flower = 0]) => ({
  leaf,
  flower,
  says: leaf > flower ? "leaf" : "flower",
  loss: squared([leaf, flower], [ideal, 0.2]),
}));
export const right = squared([5, 1], [0.8, 0.2]);
export const wrong = squared([0, 1], [0.8, 0.2]);
export default table(rows);
