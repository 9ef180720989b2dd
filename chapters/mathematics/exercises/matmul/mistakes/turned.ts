import { heatmap } from "@humpty/display";

/** Row times column: [n, k] times [k, m] gives [n, m]. */
export function matmul(a: number[][], b: number[][]): number[][] {
  const columns = (b[0] ?? []).map((_, j) => b.map((row) => row[j] ?? 0));
  return columns.map((column) => a.map((row) => dot(row, column)));
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
