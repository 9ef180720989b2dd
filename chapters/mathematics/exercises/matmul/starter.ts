import { heatmap } from "@humpty/display";

/** Row times column: [n, k] times [k, m] gives [n, m]. */
export function matmul(a: number[][], b: number[][]): number[][] {
  return a.map((row, i) => row.map((one, j) => one * (b[i]?.[j] ?? 0)));
}

const a = [
  [1, 2],
  [3, 4],
];
const b = [
  [5, 6],
  [7, 8],
];
export default heatmap(matmul(a, b), { name: "a · b" });
