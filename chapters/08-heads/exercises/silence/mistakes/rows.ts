import { heatmap } from "@humpty/display";

/**
 * A copy of the output projection in which one head is not heard any more.
 * W has a row for each number that comes out, and a column for each that goes in:
 * those of head 0, then those of head 1, and so on.
 */
export function silence(W: number[][], head: number, heads: number): number[][] {
  const size = W.length / heads;
  return W.map((row, i) => row.map((one) => (Math.floor(i / size) === head ? 0 : one)));
}

const W = [1, 2, 3, 4].map((row) => [1, 2, 3, 4].map((column) => row + column / 10));
export default heatmap(silence(W, 1, 2), { name: "without head 1 of two" });
