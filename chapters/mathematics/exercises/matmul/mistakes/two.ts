import { heatmap } from "@humpty/display";

/** Row times column: [n, k] times [k, m] gives [n, m]. */
export function matmul(a: number[][], b: number[][]): number[][] {
  return [0, 1].map((i) =>
    [0, 1].map((j) =>
      dot([a[i]?.[0] ?? 0, a[i]?.[1] ?? 0], [b[0]?.[j] ?? 0, b[1]?.[j] ?? 0]),
    ),
  );
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
