/**
 * What looks at a whole row: softmax, layer normalization, the loss. Sums of a row are kept in 64 bits, as four running sums of every
 * fourth number each.
 */
import { eight, exp4, exp8, log } from "./math";

const tail: usize = memory.data(16, 16);

/** Four running sums, and what is left over of a row whose length is not a multiple of four. */
// @ts-ignore: decorator
@inline
function total(low: v128, high: v128): f64 {
  return f64x2.extract_lane(low, 0) + f64x2.extract_lane(low, 1) + (f64x2.extract_lane(high, 0) + f64x2.extract_lane(high, 1));
}

// @ts-ignore: decorator
@inline
function lower(x: v128): v128 {
  return f64x2.promote_low_f32x4(x);
}

// @ts-ignore: decorator
@inline
function upper(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f64>(x, x, 1, 1));
}

/** The last one to three numbers of a row, and zeros (or `rest`) where there are none. */
// @ts-ignore: decorator
@inline
function last(x: usize, n: i32, rest: f32): v128 {
  v128.store(tail, f32x4.splat(rest));
  for (let i: usize = 0; i < <usize>n << 2; i += 4) store<f32>(tail + i, load<f32>(x + i));
  return v128.load(tail);
}

/** Keeps the first n numbers. */
// @ts-ignore: decorator
@inline
function keep(to: usize, x: v128, n: i32): void {
  v128.store(tail, x);
  for (let i: usize = 0; i < <usize>n << 2; i += 4) store<f32>(to + i, load<f32>(tail + i));
}

/** The largest of n numbers times `by`. */
function largest(x: usize, n: i32, by: v128): f32 {
  let most = f32x4.splat(-Infinity);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    most = f32x4.pmax(most, f32x4.mul(v128.load(x), by));
    x += 16;
  }
  let top = max(max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)));
  for (; i < n; i++) {
    top = max(top, load<f32>(x) * f32x4.extract_lane(by, 0));
    x += 4;
  }
  return top;
}

/** out = e^(x·by − top); gives their sum. */
function exponentials(out: usize, x: usize, n: i32, by: v128, top: f32): f64 {
  const tops = f32x4.splat(top);
  let low = f64x2.splat(0), high = low;
  let i = 0;
  for (; i + 8 <= n; i += 8) {
    exp8(f32x4.sub(f32x4.mul(v128.load(x), by), tops), f32x4.sub(f32x4.mul(v128.load(x, 16), by), tops));
    const e = v128.load(eight), next = v128.load(eight, 16);
    v128.store(out, e);
    v128.store(out, next, 16);
    low = f64x2.add(f64x2.add(low, lower(e)), lower(next));
    high = f64x2.add(f64x2.add(high, upper(e)), upper(next));
    out += 32; x += 32;
  }
  for (; i + 4 <= n; i += 4) {
    const e = exp4(f32x4.sub(f32x4.mul(v128.load(x), by), tops));
    v128.store(out, e);
    low = f64x2.add(low, lower(e));
    high = f64x2.add(high, upper(e));
    out += 16; x += 16;
  }
  if (i < n) {
    keep(out, exp4(f32x4.sub(f32x4.mul(last(x, n - i, 0), by), tops)), n - i);
    const e = last(out, n - i, 0);
    low = f64x2.add(low, lower(e));
    high = f64x2.add(high, upper(e));
  }
  return total(low, high);
}

/** x = x · first · second */
function scale(x: usize, n: i32, first: f32, second: f32): void {
  const a = f32x4.splat(first), b = f32x4.splat(second);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(x, f32x4.mul(f32x4.mul(v128.load(x), a), b));
    x += 16;
  }
  for (; i < n; i++) {
    store<f32>(x, load<f32>(x) * first * second);
    x += 4;
  }
}

/** One row of probabilities, of numbers times `by`; a row of −∞ alone gives zeros. */
export function softmaxRow(out: usize, x: usize, n: i32, by: f32): void {
  const bys = f32x4.splat(by);
  const top = largest(x, n, bys);
  if (top == -Infinity) {
    clear(out, n);
    return;
  }
  const sum = exponentials(out, x, n, bys, top);
  scale(out, n, <f32>(1 / sum), 1);
}

/** n zeros; a loop, since a call of the engine's own filling takes longer than a short row. */
export function clear(to: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(to, f32x4.splat(0));
    to += 16;
  }
  for (; i < n; i++) {
    store<f32>(to, 0);
    to += 4;
  }
}

export function softmax(out: usize, x: usize, rows: i32, n: i32): void {
  for (let r = 0; r < rows; r++) {
    softmaxRow(out, x, n, 1);
    out += <usize>n << 2;
    x += <usize>n << 2;
  }
}

/** dx = or += p · (dp − Σ dp·p) · by, for one row */
export function softmaxRowBackward(dx: usize, p: usize, dp: usize, n: i32, by: f32, accumulate: bool): void {
  let low = f64x2.splat(0), high = low;
  let at: usize = 0;
  const end = <usize>(n & ~3) << 2;
  for (; at < end; at += 16) {
    const a = v128.load(p + at), b = v128.load(dp + at);
    low = f64x2.add(low, f64x2.mul(lower(a), lower(b)));
    high = f64x2.add(high, f64x2.mul(upper(a), upper(b)));
  }
  if (n & 3) {
    const a = last(p + at, n & 3, 0), b = last(dp + at, n & 3, 0);
    low = f64x2.add(low, f64x2.mul(lower(a), lower(b)));
    high = f64x2.add(high, f64x2.mul(upper(a), upper(b)));
  }
  const rest = <f32>total(low, high), rests = f32x4.splat(rest), scales = f32x4.splat(by);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const d = f32x4.mul(f32x4.mul(v128.load(p), f32x4.sub(v128.load(dp), rests)), scales);
    v128.store(dx, accumulate ? f32x4.add(v128.load(dx), d) : d);
    dx += 16; p += 16; dp += 16;
  }
  for (; i < n; i++) {
    const d = load<f32>(p) * (load<f32>(dp) - rest) * by;
    store<f32>(dx, accumulate ? load<f32>(dx) + d : d);
    dx += 4; p += 4; dp += 4;
  }
}

export function softmaxBackward(dx: usize, p: usize, dp: usize, rows: i32, n: i32, accumulate: bool): void {
  const step = <usize>n << 2;
  for (let r = 0; r < rows; r++) {
    softmaxRowBackward(dx, p, dp, n, 1, accumulate);
    dx += step; p += step; dp += step;
  }
}

/** The sum of −log p of the rows' targets; `slopes` [rows, n] = (p − y) · by, the gradient. */
export function crossEntropy(slopes: usize, logits: usize, targets: usize, rows: i32, n: i32, by: f32): f64 {
  const one = f32x4.splat(1);
  let loss: f64 = 0;
  for (let r = 0; r < rows; r++) {
    const target = <usize>load<i32>(targets + (<usize>r << 2)) << 2;
    const top = largest(logits, n, one);
    const sum = exponentials(slopes, logits, n, one, top);
    loss += log(sum) - (<f64>load<f32>(logits + target) - <f64>top);
    const inverse = <f32>(1 / sum);
    const right = load<f32>(slopes + target) * inverse - 1;
    scale(slopes, n, inverse, by);
    store<f32>(slopes + target, right * by);
    logits += <usize>n << 2;
    slopes += <usize>n << 2;
  }
  return loss;
}

/** y = (x − mean)/√(var + eps) · scale + shift for each row; keeps both the mean and 1/√(var + eps) of the row. */
export function layerNorm(
  y: usize, means: usize, inverses: usize, x: usize, weight: usize, bias: usize, rows: i32, n: i32, eps: f64,
): void {
  for (let r: usize = 0; r < <usize>rows; r++) {
    let low = f64x2.splat(0), high = low, low2 = low, high2 = low;
    let at: usize = 0;
    for (const end = <usize>(n & ~3) << 2; at < end; at += 16) {
      const four = v128.load(x + at);
      const a = lower(four), b = upper(four);
      low = f64x2.add(low, a);
      high = f64x2.add(high, b);
      low2 = f64x2.add(low2, f64x2.mul(a, a));
      high2 = f64x2.add(high2, f64x2.mul(b, b));
    }
    if (n & 3) {
      const four = last(x + at, n & 3, 0);
      const a = lower(four), b = upper(four);
      low = f64x2.add(low, a);
      high = f64x2.add(high, b);
      low2 = f64x2.add(low2, f64x2.mul(a, a));
      high2 = f64x2.add(high2, f64x2.mul(b, b));
    }
    const mean = total(low, high) / <f64>n;
    const inverse = <f32>(1 / sqrt(max(0, total(low2, high2) / <f64>n - mean * mean) + eps));
    store<f32>(means + (r << 2), <f32>mean);
    store<f32>(inverses + (r << 2), inverse);
    const means4 = f32x4.splat(<f32>mean), inverses4 = f32x4.splat(inverse);
    let i: usize = 0;
    for (; i + 16 <= <usize>n << 2; i += 16) {
      const unit = f32x4.mul(f32x4.sub(v128.load(x + i), means4), inverses4);
      v128.store(y + i, f32x4.add(f32x4.mul(unit, v128.load(weight + i)), v128.load(bias + i)));
    }
    for (; i < <usize>n << 2; i += 4)
      store<f32>(y + i, (load<f32>(x + i) - <f32>mean) * inverse * load<f32>(weight + i) + load<f32>(bias + i));
    x += <usize>n << 2;
    y += <usize>n << 2;
  }
}

/** Adds to the gradients of weight and bias; dx = or += inverse·(g − mean(g) − unit·mean(g·unit)), g = dy·weight. */
export function layerNormBackward(
  dx: usize, dweight: usize, dbias: usize, dy: usize, x: usize, means: usize, inverses: usize, weight: usize,
  rows: i32, n: i32, accumulate: bool,
): void {
  const bytes = <usize>n << 2;
  for (let r: usize = 0; r < <usize>rows; r++) {
    const mean = load<f32>(means + (r << 2)), inverse = load<f32>(inverses + (r << 2));
    const means4 = f32x4.splat(mean), inverses4 = f32x4.splat(inverse);
    let low = f64x2.splat(0), high = low, lowAlong = low, highAlong = low;
    for (let at: usize = 0; at < bytes; at += 16) {
      const some = bytes - at < 16;
      const unit = f32x4.mul(f32x4.sub(some ? last(x + at, n & 3, mean) : v128.load(x + at), means4), inverses4);
      const d = some ? last(dy + at, n & 3, 0) : v128.load(dy + at);
      const g = f32x4.mul(d, some ? last(weight + at, n & 3, 0) : v128.load(weight + at));
      low = f64x2.add(low, lower(g));
      high = f64x2.add(high, upper(g));
      lowAlong = f64x2.add(lowAlong, f64x2.mul(lower(g), lower(unit)));
      highAlong = f64x2.add(highAlong, f64x2.mul(upper(g), upper(unit)));
    }
    const shift = <f32>(total(low, high) / <f64>n), tilt = <f32>(total(lowAlong, highAlong) / <f64>n);
    const shifts = f32x4.splat(shift), tilts = f32x4.splat(tilt);
    let i: usize = 0;
    for (; i + 16 <= bytes; i += 16) {
      const unit = f32x4.mul(f32x4.sub(v128.load(x + i), means4), inverses4);
      const d = v128.load(dy + i);
      v128.store(dweight + i, f32x4.add(v128.load(dweight + i), f32x4.mul(d, unit)));
      v128.store(dbias + i, f32x4.add(v128.load(dbias + i), d));
      const g = f32x4.mul(d, v128.load(weight + i));
      const out = f32x4.mul(inverses4, f32x4.sub(f32x4.sub(g, shifts), f32x4.mul(unit, tilts)));
      v128.store(dx + i, accumulate ? f32x4.add(v128.load(dx + i), out) : out);
    }
    for (; i < bytes; i += 4) {
      const unit = (load<f32>(x + i) - mean) * inverse;
      const d = load<f32>(dy + i);
      store<f32>(dweight + i, load<f32>(dweight + i) + d * unit);
      store<f32>(dbias + i, load<f32>(dbias + i) + d);
      const out = inverse * (d * load<f32>(weight + i) - shift - unit * tilt);
      store<f32>(dx + i, accumulate ? load<f32>(dx + i) + out : out);
    }
    x += bytes; dy += bytes; dx += bytes;
  }
}
