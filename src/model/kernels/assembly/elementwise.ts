/** Number by number; `n` counts numbers, and sizes need not be multiples of four. */
import { exp4 } from "./math";
import { copyRow } from "./pack";
import { madd } from "./tile";

/** The last few numbers are computed in a block of four here. */
const tail: usize = memory.data(64, 16);

/** out = a + b */
export function add(out: usize, a: usize, b: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(out, f32x4.add(v128.load(a), v128.load(b)));
    out += 16; a += 16; b += 16;
  }
  for (; i < n; i++) {
    store<f32>(out, load<f32>(a) + load<f32>(b));
    out += 4; a += 4; b += 4;
  }
}

/** out = or += a · b */
export function mul(out: usize, a: usize, b: usize, n: i32, accumulate: bool): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const product = f32x4.mul(v128.load(a), v128.load(b));
    v128.store(out, accumulate ? f32x4.add(v128.load(out), product) : product);
    out += 16; a += 16; b += 16;
  }
  for (; i < n; i++) {
    const product = load<f32>(a) * load<f32>(b);
    store<f32>(out, accumulate ? load<f32>(out) + product : product);
    out += 4; a += 4; b += 4;
  }
}

/** Adds a row of n numbers to each of the rows. */
export function addRow(out: usize, row: usize, rows: i32, n: i32): void {
  for (let r = 0; r < rows; r++) {
    add(out, out, row, n);
    out += <usize>n << 2;
  }
}

/** out [n] += the sum over the rows of a [rows, n], in their order. */
export function sumRows(out: usize, a: usize, rows: i32, n: i32): void {
  for (let r = 0; r < rows; r++) {
    add(out, out, a, n);
    a += <usize>n << 2;
  }
}

/** −2·√(2/π), the same times 0.044715, three times that, and 1: four times each. */
const slopes: usize = memory.data<f32>([
  -1.5957691, -1.5957691, -1.5957691, -1.5957691,
  -0.07135481, -0.07135481, -0.07135481, -0.07135481,
  -0.21406443, -0.21406443, -0.21406443, -0.21406443,
  1, 1, 1, 1,
], 16);

/** x·sigmoid(2u) = x·½·(1 + tanh u) */
// @ts-ignore: decorator
@inline
function gelu4(x: v128): v128 {
  const inner = madd(v128.load(slopes), v128.load(slopes, 16), f32x4.mul(x, x));
  return f32x4.div(x, f32x4.add(v128.load(slopes, 48), exp4(f32x4.mul(x, inner))));
}

/** The GELU in its tanh form (Hendrycks and Gimpel 2016): x·sigmoid(2u), u = √(2/π)·(x + 0.044715·x³). */
export function gelu(out: usize, x: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(out, gelu4(v128.load(x)));
    out += 16; x += 16;
  }
  if (i < n) {
    const bytes = <usize>(n - i) << 2;
    memory.copy(tail, x, bytes);
    v128.store(tail, gelu4(v128.load(tail)));
    memory.copy(out, tail, bytes);
  }
}

/** s·(1 + x·(1 − s)·(2u)′), s = sigmoid(2u) */
// @ts-ignore: decorator
@inline
function geluSlope4(x: v128): v128 {
  const one = v128.load(slopes, 48), square = f32x4.mul(x, x);
  const e = exp4(f32x4.mul(x, madd(v128.load(slopes), v128.load(slopes, 16), square)));
  const s = f32x4.div(one, f32x4.add(one, e));
  const inner = madd(v128.load(slopes), v128.load(slopes, 32), square);
  return f32x4.mul(s, f32x4.sub(one, f32x4.mul(f32x4.mul(x, f32x4.sub(one, s)), inner)));
}

/** dx = or += dy · the slope of the GELU at x */
export function geluBackward(dx: usize, x: usize, dy: usize, n: i32, accumulate: bool): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const d = f32x4.mul(v128.load(dy), geluSlope4(v128.load(x)));
    v128.store(dx, accumulate ? f32x4.add(v128.load(dx), d) : d);
    dx += 16; x += 16; dy += 16;
  }
  if (i < n) {
    const bytes = <usize>(n - i) << 2;
    memory.copy(tail, x, bytes);
    memory.copy(tail + 16, dy, bytes);
    memory.copy(tail + 32, dx, bytes);
    const d = f32x4.mul(v128.load(tail + 16), geluSlope4(v128.load(tail)));
    v128.store(tail, accumulate ? f32x4.add(v128.load(tail + 32), d) : d);
    memory.copy(dx, tail, bytes);
  }
}

/** Rows of a table: out [n, channels], `indices` are whole numbers. */
export function gather(out: usize, table: usize, indices: usize, n: i32, channels: i32): void {
  const bytes = <usize>channels << 2;
  for (let r = 0; r < n; r++) {
    copyRow(out, table + <usize>load<i32>(indices) * bytes, channels);
    indices += 4;
    out += bytes;
  }
}

/** Adds rows to those of a table that `indices` name. */
export function scatter(table: usize, rows: usize, indices: usize, n: i32, channels: i32): void {
  const bytes = <usize>channels << 2;
  for (let r = 0; r < n; r++) {
    const to = table + <usize>load<i32>(indices) * bytes;
    add(to, to, rows, channels);
    indices += 4;
    rows += bytes;
  }
}
