import { table } from "@humpty/display";
import { symbols } from "../../../00-start/cells/letters.ts";
import { reader } from "../../cells/map.ts";

/** Which row is the nearest to row i: the one at the smallest distance, not itself. */
export function nearest(rows: number[][], i: number): number {
  let best = i === 0 ? 1 : 0;
  const near = (j: number) => Math.abs((rows[i]?.[0] ?? 0) - (rows[j]?.[0] ?? 0));
  for (const [j] of rows.entries()) if (j !== i && near(j) < near(best)) best = j;
  return best;
}
function distance(rows: number[][], i: number, j: number) {
  const [a = [], b = []] = [rows[i], rows[j]];
  return Math.sqrt(a.reduce((sum, one, k) => sum + (one - (b[k] ?? 0)) ** 2, 0));
}

const vectors = reader.embedding.weight.toRows();
export default table(
  [..."aeiost"].map((letter) => ({
    letter,
    nearest: symbols[nearest(vectors, symbols.indexOf(letter))] ?? "",
  })),
);
