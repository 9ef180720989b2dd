import { table } from "@humpty/display";
import { concat, Random, randn } from "@humpty/model";

/** How many rows are left when those that are mixtures of others are taken out. */
function rank(rows: number[][]): number {
  if (!rows[0]?.length) return 0;
  const first = ([number = 0]: number[]) => number;
  const size = (row: number[]) => Math.abs(first(row));
  const [top = [], ...others] = rows.toSorted((a, b) => size(b) - size(a));
  if (size(top) < 1e-3) return rank(rows.map((row) => row.slice(1)));
  const without = (row: number[]) =>
    row.map((one, i) => one - (first(row) / first(top)) * (top[i] ?? 0));
  return 1 + rank(others.map((row) => without(row).slice(1)));
}
const random = new Random(5);
/** The keys' matrices of two heads, 4 × 8 each: straight, or through shared rows. */
function twoHeads(shared: number) {
  if (shared === 0) return [1, 2].map(() => randn([4, 8], random));
  const all = randn([shared, 8], random);
  return [1, 2].map(() => randn([4, shared], random).matmul(all));
}
const ranks = [0, 8, 4].map((shared) => {
  const both = twoHeads(shared);
  const numbers = shared ? shared * 8 + 2 * 4 * shared : 2 * 4 * 8;
  const [of1, of2] = [both.slice(1), both].map((one) => rank(concat(one).toRows()));
  const keys = shared ? `shared, ${shared} rows` : "a matrix for each head";
  return { keys, numbers, "rank of one head": of1 ?? 0, "of both": of2 ?? 0 };
});
export default table(ranks);
