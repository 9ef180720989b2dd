import { log } from "../../math.ts";
import type { Storage } from "../storage.ts";
import { exp32, sumOf } from "./math.ts";

const f = Math.fround;

/** Softmax of `n` numbers from `at` on, into the same places of `out`. A row of −∞ alone gives zeros. */
export function softmaxRow(out: Float32Array, x: Float32Array, at: number, n: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = at; i < at + n; i++) top = Math.max(top, x[i] as number);
  if (top === Number.NEGATIVE_INFINITY) {
    out.fill(0, at, at + n);
    return;
  }
  for (let i = at; i < at + n; i++) out[i] = exp32(f((x[i] as number) - top));
  const by = f(1 / sumOf(n, (i) => out[at + i] as number));
  for (let i = at; i < at + n; i++) out[i] = (out[i] as number) * by;
}

export function softmax(out: Storage, x: Storage, n: number): void {
  for (let at = 0; at < x.length; at += n) softmaxRow(out.array, x.array, at, n);
}

/** dx = or += p·(dp − Σ dp·p)·by for one row. */
export function softmaxRowBackward(
  dx: Float32Array,
  dxAt: number,
  p: Float32Array,
  pAt: number,
  dp: Float32Array,
  dpAt: number,
  n: number,
  by: number,
  add: boolean,
): void {
  const rest = f(sumOf(n, (i) => (p[pAt + i] as number) * (dp[dpAt + i] as number)));
  const scale = f(by);
  for (let i = 0; i < n; i++) {
    const d = f(f((p[pAt + i] as number) * f((dp[dpAt + i] as number) - rest)) * scale);
    dx[dxAt + i] = add ? (dx[dxAt + i] as number) + d : d;
  }
}

export function softmaxBackward(
  dx: Storage,
  p: Storage,
  dp: Storage,
  n: number,
  add: boolean,
): void {
  for (let at = 0; at < p.length; at += n)
    softmaxRowBackward(dx.array, at, p.array, at, dp.array, at, n, 1, add);
}

/** The sum of −log p of the targets; slopes = (p − y)·by. */
export function crossEntropy(
  slopes: Storage,
  logits: Storage,
  targets: Storage,
  n: number,
  by: number,
): number {
  const [x, out, right] = [logits.array, slopes.array, targets.integers];
  const scale = f(by);
  let total = 0;
  for (let row = 0, at = 0; at < x.length; row++, at += n) {
    const target = at + (right[row] ?? 0);
    let top = Number.NEGATIVE_INFINITY;
    for (let i = at; i < at + n; i++) top = Math.max(top, x[i] as number);
    for (let i = at; i < at + n; i++) out[i] = exp32(f((x[i] as number) - top));
    const sum = sumOf(n, (i) => out[at + i] as number);
    total += log(sum) - ((x[target] as number) - top);
    const inverse = f(1 / sum);
    for (let i = at; i < at + n; i++) {
      const p = f((out[i] as number) * inverse);
      out[i] = f(i === target ? p - 1 : p) * scale;
    }
  }
  return total;
}

/** (x − mean)/√(variance + eps)·weight + bias, row by row (Ba, Kiros and Hinton 2016). */
export function layerNorm(
  y: Storage,
  means: Storage,
  inverses: Storage,
  x: Storage,
  weight: Storage,
  bias: Storage,
  eps: number,
): void {
  const n = weight.length;
  const [from, to, w, b] = [x.array, y.array, weight.array, bias.array];
  for (let row = 0; row < means.length; row++) {
    const one = (i: number): number => from[row * n + i] as number;
    const exact = sumOf(n, one) / n;
    const mean = f(exact);
    const square = sumOf(n, (i) => one(i) * one(i)) / n;
    const inverse = f(1 / Math.sqrt(Math.max(0, square - exact * exact) + eps));
    means.array[row] = mean;
    inverses.array[row] = inverse;
    for (let i = 0; i < n; i++) {
      const unit = f(f(one(i) - mean) * inverse);
      to[row * n + i] = f(unit * (w[i] as number)) + (b[i] as number);
    }
  }
}

/** Adds to dweight and dbias; dx = or += inverse·(g − mean(g) − unit·mean(g·unit)) with g = dy·weight. */
export function layerNormBackward(
  dx: Storage,
  dweight: Storage,
  dbias: Storage,
  dy: Storage,
  x: Storage,
  means: Storage,
  inverses: Storage,
  weight: Storage,
  add: boolean,
): void {
  const n = weight.length;
  const [to, dw, db, slope, from, w] = [
    dx.array,
    dweight.array,
    dbias.array,
    dy.array,
    x.array,
    weight.array,
  ];
  for (let row = 0; row < means.length; row++) {
    const mean = means.array[row] as number;
    const inverse = inverses.array[row] as number;
    const unit = (i: number): number => f(f((from[row * n + i] as number) - mean) * inverse);
    const weighted = (i: number): number => f((slope[row * n + i] as number) * (w[i] as number));
    const shift = f(sumOf(n, weighted) / n);
    const tilt = f(sumOf(n, (i) => weighted(i) * unit(i)) / n);
    for (let i = 0; i < n; i++) {
      const d = slope[row * n + i] as number;
      dw[i] = (dw[i] as number) + f(d * unit(i));
      db[i] = (db[i] as number) + d;
      const rest = f(f(weighted(i) - shift) - f(unit(i) * tilt));
      const out = f(inverse * rest);
      to[row * n + i] = add ? (to[row * n + i] as number) + out : out;
    }
  }
}
