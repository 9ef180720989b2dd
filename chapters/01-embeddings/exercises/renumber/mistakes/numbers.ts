import { table } from "@humpty/display";

/**
 * A new table after symbols were given new numbers: `renamed[i]` is the new number of
 * the symbol that was i. The same symbol must keep the same vector.
 */
export function renumber(rows: number[][], renamed: number[]): number[][] {
  const moved: number[][] = [];
  for (const [i, place] of renamed.entries()) moved[place] = [renamed[i] ?? 0];
  return moved;
}

const rows = [
  [0, 0],
  [1, 1],
  [2, 2],
]; // a, b, c
const renamed = [2, 0, 1]; // a is now 2, b is 0, c is 1
const moved = renumber(rows, renamed);
export default table(
  ["a", "b", "c"].map((symbol, i) => ({
    symbol,
    before: rows[i]?.join(", ") ?? "",
    after: moved[renamed[i] ?? 0]?.join(", ") ?? "",
  })),
);
