import type { AdamStep } from "../kernels.ts";
import type { Storage } from "../storage.ts";
import { exp32, sumOf } from "./math.ts";

const f = Math.fround;

export function add(out: Storage, a: Storage, b: Storage): void {
  const [to, x, y] = [out.array, a.array, b.array];
  for (let i = 0; i < to.length; i++) to[i] = (x[i] as number) + (y[i] as number);
}

export function mul(out: Storage, a: Storage, b: Storage, accumulate: boolean): void {
  const [to, x, y] = [out.array, a.array, b.array];
  for (let i = 0; i < to.length; i++) {
    const product = f((x[i] as number) * (y[i] as number));
    to[i] = accumulate ? (to[i] as number) + product : product;
  }
}

export function sumRows(out: Storage, a: Storage): void {
  const [to, rows] = [out.array, a.array];
  for (let i = 0; i < rows.length; i++) {
    const j = i % to.length;
    to[j] = (to[j] as number) + (rows[i] as number);
  }
}

const [slope, cubic, thrice] = [f(-1.5957691), f(-0.07135481), f(-0.21406443)];

/**
 * The GELU in its tanh form (Hendrycks and Gimpel 2016), x·½·(1 + tanh u) = x·sigmoid(2u) with u = √(2/π)·(x + 0.044715·x³), and its
 * slope there, s·(1 + x·(1 − s)·(2u)′) with s = sigmoid(2u).
 */
export function gelu(out: Storage, slopes: Storage, x: Storage): void {
  const [to, bend, from] = [out.array, slopes.array, x.array];
  for (let i = 0; i < to.length; i++) {
    const one = from[i] as number;
    const square = f(one * one);
    const s = f(1 / f(1 + exp32(f(one * f(slope + f(cubic * square))))));
    const y = f(one * s);
    to[i] = y;
    bend[i] = s * f(1 - f(f(one - y) * f(slope + f(thrice * square))));
  }
}

/** Loshchilov and Hutter 2019, "Decoupled weight decay regularization", algorithm 2. */
export function adamW(
  parameters: Storage,
  gradients: Storage,
  means: Storage,
  squares: Storage,
  start: number,
  end: number,
  step: AdamStep,
): void {
  const [p, g, m, v] = [parameters.array, gradients.array, means.array, squares.array];
  const [beta1, beta2, size] = [f(step.beta1), f(step.beta2), f(step.size)];
  const [root, eps, keep] = [f(step.root), f(step.eps), f(step.keep)];
  const [rest1, rest2] = [f(1 - beta1), f(1 - beta2)];
  for (let i = start; i < end; i++) {
    const slope = g[i] as number;
    const mean = f(f(beta1 * (m[i] as number)) + f(rest1 * slope));
    const square = f(f(beta2 * (v[i] as number)) + f(f(rest2 * slope) * slope));
    m[i] = mean;
    v[i] = square;
    const below = f(f(f(Math.sqrt(square)) / root) + eps);
    p[i] = f((p[i] as number) * keep) - f(f(size * mean) / below);
  }
}

export function sumSquares(x: Storage): number {
  const numbers = x.array;
  return sumOf(numbers.length, (i) => (numbers[i] as number) * (numbers[i] as number));
}

/** Rows of a table that `indices` name. */
export function gather(out: Storage, table: Storage, indices: Storage, channels: number): void {
  const [to, from] = [out.array, table.array];
  for (const [row, i] of indices.integers.entries())
    for (let j = 0; j < channels; j++) to[row * channels + j] = from[i * channels + j] as number;
}

/** Adds rows to those of a table that `indices` name, in order. */
export function scatter(table: Storage, rows: Storage, indices: Storage, channels: number): void {
  const [to, from] = [table.array, rows.array];
  for (const [row, i] of indices.integers.entries()) {
    for (let j = 0; j < channels; j++)
      to[i * channels + j] =
        (to[i * channels + j] as number) + (from[row * channels + j] as number);
  }
}
