import { table } from "@humpty/display";
import { concat, Random, randn } from "@humpty/model";

/** How many rows of a matrix are left when mixtures of the others are taken out. */
function rank(matrix: number[][]): number {
  if (!matrix[0]?.length) return 0;
  const size = ([first = 0]: number[]) => Math.abs(first);
  const [row = [], ...others] = matrix.toSorted((a, b) => size(b) - size(a));
  if (size(row) < 1e-3) return rank(matrix.map((one) => one.slice(1)));
  const times = ([first = 0]: number[]) => first / (row[0] ?? 1);
  const cleared = others.map((one) =>
    one.map((n, i) => n - times(one) * (row[i] ?? 0)),
  );
  return 1 + rank(cleared.map((one) => one.slice(1)));
}
const random = new Random(5);
/** 8 rows for two heads of 4; 0: straight, else through a shared matrix. */
function rows(shared: number) {
  if (shared === 0) return randn([8, 8], random);
  const all = randn([shared, 8], random);
  return concat([1, 2].map(() => randn([4, shared], random).matmul(all)));
}
const list = [0, 8, 4].map((shared) => {
  const [q, k] = [rows(shared), rows(shared)];
  const one = q
    .slice(0, 0, 4)
    .transpose()
    .matmul(k.slice(0, 0, 4))
    .toRows(); // Wqᵀ·Wk
  const form = shared ? `shared, ${shared} rows` : "a matrix for each head";
  const numbers = shared ? shared * 8 + 2 * 4 * shared : 64;
  const ranks = { "rank of a head": rank(one), "of all keys": rank(k.toRows()) };
  return { form, "numbers for the keys": numbers, ...ranks };
});
export default table(list);
