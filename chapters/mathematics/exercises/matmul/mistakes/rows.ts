import { heatmap } from "@humpty/display";

/** Row times column: [n, k] times [k, m] gives [n, m]. */
export function matmul(a: number[][], b: number[][]): number[][] {
  return a.map((row) => b.map((other) => dot(row, other)));
}

const dot = (row: number[], column: number[]) =>
  row.reduce((sum, one, i) => sum + one * (column[i] ?? 0), 0);

const a = [
  [1, 2],
  [3, 4],
];
const b = [
  [5, 6],
  [7, 8],
];
export default heatmap(matmul(a, b), { name: "a · b" });
