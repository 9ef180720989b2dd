import type { Product } from "../kernels.ts";
import type { Storage } from "../storage.ts";

const f = Math.fround;

/** c[i, j] = or += Σ a[i, p]·b[p, j], in the order of p, rounded to 32 bits at each step; then bias[j] is added. */
export function matmul(c: Storage, a: Storage, b: Storage, product: Product, bias?: Storage): void {
  const { a: fromA, b: fromB, c: fromC } = product.starts ?? { a: [0], b: [0], c: [0] };
  for (let i = 0; i < fromC.length; i++)
    one(
      c.array,
      fromC[i] ?? 0,
      a.array,
      fromA[i] ?? 0,
      b.array,
      fromB[i] ?? 0,
      product,
      bias?.array,
    );
}

/** One product, of parts that begin at `cAt`, `aAt` and `bAt`. */
export function one(
  c: Float32Array,
  cAt: number,
  a: Float32Array,
  aAt: number,
  b: Float32Array,
  bAt: number,
  { m, n, k, crs, ars, acs, brs, bcs, add }: Product,
  bias?: Float32Array,
): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      const to = cAt + i * crs + j;
      let sum = add ? (c[to] as number) : 0;
      let left = aAt + i * ars;
      let right = bAt + j * bcs;
      for (let p = 0; p < k; p++) {
        sum = f(sum + f((a[left] as number) * (b[right] as number)));
        left += acs;
        right += brs;
      }
      c[to] = bias ? sum + (bias[j] as number) : sum;
    }
  }
}
