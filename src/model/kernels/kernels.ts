import type { Storage } from "./storage.ts";

/** How the numbers of a matrix product lie: strides and starts count numbers. */
export interface Product {
  m: number;
  n: number;
  k: number;
  /** How far apart rows and columns of c [m, n], a [m, k] and b [k, n] stand; c's columns stand side by side. */
  crs: number;
  ars: number;
  acs: number;
  brs: number;
  bcs: number;
  /** Adds to c instead of replacing it. */
  add: boolean;
  /** Where each product of a batch begins; one at 0 when left out. */
  starts?: { c: ArrayLike<number>; a: ArrayLike<number>; b: ArrayLike<number> };
}

/** How the numbers of an attention lie: q is [time, heads·size], k and v are [others, heads·size], for each of the batch. */
export interface AttentionShape {
  batch: number;
  time: number;
  others: number;
  heads: number;
  size: number;
  scale: number;
  /** Moment i sees the others up to i + (others − time). */
  causal: boolean;
  /** Where queries, keys and values begin, and how far apart their rows stand: they may be parts of one tensor. */
  qAt: number;
  kAt: number;
  vAt: number;
  qStride: number;
  kStride: number;
}

/** What AdamW does to a range of parameters at one step. */
export interface AdamStep {
  beta1: number;
  beta2: number;
  /** lr / (1 − β₁ᵗ) */
  size: number;
  /** √(1 − β₂ᵗ) */
  root: number;
  eps: number;
  /** 1 − lr·weightDecay */
  keep: number;
}

/**
 * What a backend computes. `reference` says it in plain loops; `wasm` does the same faster, and gives the same bits. Sums of products are
 * rounded to 32 bits at each step, in the order of k; sums along a row (softmax, means) are kept in 64 bits, as four running
 * sums of every fourth number each.
 */
export interface Kernels {
  /** c = or += a·b, plus a bias [n] for the columns */
  matmul(c: Storage, a: Storage, b: Storage, product: Product, bias?: Storage): void;
  /** out [heads·size wide rows] = softmax(q·kᵀ·scale)·v; keeps the weights [batch, heads, time, others]. */
  attention(
    out: Storage,
    weights: Storage,
    q: Storage,
    k: Storage,
    v: Storage,
    shape: AttentionShape,
  ): void;
  /** dq, dk, dv, laid out as q, k and v are, = or += what they owe to dout. */
  attentionBackward(
    dq: Storage,
    dk: Storage,
    dv: Storage,
    dout: Storage,
    weights: Storage,
    q: Storage,
    k: Storage,
    v: Storage,
    shape: AttentionShape,
    add: boolean,
  ): void;
  /** out = a + b, all of one length */
  add(out: Storage, a: Storage, b: Storage): void;
  /** out = or += a·b, number by number */
  mul(out: Storage, a: Storage, b: Storage, add: boolean): void;
  /** out [n] += the rows of a [rows, n] */
  sumRows(out: Storage, a: Storage): void;
  /** out = gelu(x), and its slopes there */
  gelu(out: Storage, slopes: Storage, x: Storage): void;
  /** Rows of n probabilities. */
  softmax(out: Storage, x: Storage, n: number): void;
  softmaxBackward(dx: Storage, p: Storage, dp: Storage, n: number, add: boolean): void;
  /** Gives the sum of −log p of the targets (whole numbers); slopes = (p − y)·by */
  crossEntropy(slopes: Storage, logits: Storage, targets: Storage, n: number, by: number): number;
  /** Rows of n numbers with mean 0 and variance 1, times weight, plus bias; keeps each row's mean and 1/√(variance + eps). */
  layerNorm(
    y: Storage,
    means: Storage,
    inverses: Storage,
    x: Storage,
    weight: Storage,
    bias: Storage,
    eps: number,
  ): void;
  /** Adds to dweight and dbias; dx = or += … */
  layerNormBackward(
    dx: Storage,
    dweight: Storage,
    dbias: Storage,
    dy: Storage,
    x: Storage,
    means: Storage,
    inverses: Storage,
    weight: Storage,
    add: boolean,
  ): void;
  /** One step for the parameters from `start` up to but without `end`. */
  adamW(
    parameters: Storage,
    gradients: Storage,
    means: Storage,
    squares: Storage,
    start: number,
    end: number,
    step: AdamStep,
  ): void;
  sumSquares(x: Storage): number;
  /** out = the rows, `channels` wide, of a table that `indices` (whole numbers) name. */
  gather(out: Storage, table: Storage, indices: Storage, channels: number): void;
  /** Adds rows to those of a table that `indices` name, in order. */
  scatter(table: Storage, rows: Storage, indices: Storage, channels: number): void;
}
