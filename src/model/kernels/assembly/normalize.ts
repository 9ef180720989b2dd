/** What looks at a whole row: softmax, layer normalization, the loss. Sums of a row are kept in 64 bits, in order. */
import { exp4, log } from "./math";

const tail: usize = memory.data(16, 16);

/** The largest of n numbers. */
function largest(x: usize, n: i32): f32 {
  let most = f32x4.splat(-Infinity);
  let i = 0;
  for (; i + 4 <= n; i += 4) most = f32x4.pmax(most, v128.load(x + (<usize>i << 2)));
  let top = max(max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)));
  for (; i < n; i++) top = max(top, load<f32>(x + (<usize>i << 2)));
  return top;
}

/** out = e^(x − top); gives their sum. */
function exponentials(out: usize, x: usize, n: i32, top: f32): f64 {
  const tops = f32x4.splat(top);
  let sum: f64 = 0;
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const e = exp4(f32x4.sub(v128.load(x), tops));
    v128.store(out, e);
    sum += <f64>f32x4.extract_lane(e, 0);
    sum += <f64>f32x4.extract_lane(e, 1);
    sum += <f64>f32x4.extract_lane(e, 2);
    sum += <f64>f32x4.extract_lane(e, 3);
    out += 16; x += 16;
  }
  if (i < n) {
    const bytes = <usize>(n - i) << 2;
    memory.copy(tail, x, bytes);
    v128.store(tail, exp4(f32x4.sub(v128.load(tail), tops)));
    for (let j: usize = 0; j < bytes; j += 4) sum += <f64>load<f32>(tail + j);
    memory.copy(out, tail, bytes);
  }
  return sum;
}

/** x = x · by */
function scale(x: usize, n: i32, by: f32): void {
  const four = f32x4.splat(by);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(x, f32x4.mul(v128.load(x), four));
    x += 16;
  }
  for (; i < n; i++) {
    store<f32>(x, load<f32>(x) * by);
    x += 4;
  }
}

/** One row of probabilities; a row of −∞ alone gives zeros. */
export function softmaxRow(out: usize, x: usize, n: i32): void {
  const top = largest(x, n);
  if (top == -Infinity) {
    memory.fill(out, 0, <usize>n << 2);
    return;
  }
  const sum = exponentials(out, x, n, top);
  scale(out, n, <f32>(1 / sum));
}

export function softmax(out: usize, x: usize, rows: i32, n: i32): void {
  for (let r = 0; r < rows; r++) {
    softmaxRow(out, x, n);
    out += <usize>n << 2;
    x += <usize>n << 2;
  }
}

/** dx = or += p · (dp − Σ dp·p), for one row; `by` scales what comes out */
export function softmaxRowBackward(dx: usize, p: usize, dp: usize, n: i32, by: f32, accumulate: bool): void {
  let dot: f64 = 0;
  for (let i: usize = 0; i < <usize>n << 2; i += 4) dot += <f64>load<f32>(p + i) * <f64>load<f32>(dp + i);
  const rest = <f32>dot, rests = f32x4.splat(rest), scales = f32x4.splat(by);
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
  let total: f64 = 0;
  for (let r = 0; r < rows; r++) {
    const target = <usize>load<i32>(targets + (<usize>r << 2)) << 2;
    const top = largest(logits, n);
    const sum = exponentials(slopes, logits, n, top);
    total += log(sum) - (<f64>load<f32>(logits + target) - <f64>top);
    scale(slopes, n, <f32>(1 / sum));
    store<f32>(slopes + target, load<f32>(slopes + target) - 1);
    scale(slopes, n, by);
    logits += <usize>n << 2;
    slopes += <usize>n << 2;
  }
  return total;
}

/** y = (x − mean)/√(var + eps) · scale + shift for each row; keeps both the mean and 1/√(var + eps) of the row. */
export function layerNorm(
  y: usize, means: usize, inverses: usize, x: usize, weight: usize, bias: usize, rows: i32, n: i32, eps: f64,
): void {
  for (let r: usize = 0; r < <usize>rows; r++) {
    let sum: f64 = 0, squares: f64 = 0;
    for (let i: usize = 0; i < <usize>n << 2; i += 4) {
      const one = <f64>load<f32>(x + i);
      sum += one;
      squares += one * one;
    }
    const mean = sum / <f64>n;
    const inverse = <f32>(1 / sqrt(max(0, squares / <f64>n - mean * mean) + eps));
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
    let sum: f64 = 0, along: f64 = 0;
    for (let i: usize = 0; i < bytes; i += 4) {
      const unit = (load<f32>(x + i) - mean) * inverse;
      const d = load<f32>(dy + i);
      const g = d * load<f32>(weight + i);
      sum += <f64>g;
      along += <f64>g * <f64>unit;
    }
    const shift = <f32>(sum / <f64>n), tilt = <f32>(along / <f64>n);
    const means4 = f32x4.splat(mean), inverses4 = f32x4.splat(inverse);
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
