/** Number by number; `n` counts numbers, and sizes need not be multiples of four. */
import { eight, exp4, exp8 } from "./math";
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

/** out [n] += the sum over the rows of a [rows, n], in their order. */
export function sumRows(out: usize, a: usize, rows: i32, n: i32): void {
  const step = <usize>n << 2;
  let j = 0;
  for (; j + 16 <= n; j += 16) {
    let s0 = v128.load(out), s1 = v128.load(out, 16), s2 = v128.load(out, 32), s3 = v128.load(out, 48);
    let from = a;
    for (let r = 0; r < rows; r++) {
      s0 = f32x4.add(s0, v128.load(from));
      s1 = f32x4.add(s1, v128.load(from, 16));
      s2 = f32x4.add(s2, v128.load(from, 32));
      s3 = f32x4.add(s3, v128.load(from, 48));
      from += step;
    }
    v128.store(out, s0); v128.store(out, s1, 16); v128.store(out, s2, 32); v128.store(out, s3, 48);
    out += 64;
    a += 64;
  }
  for (; j < n; j++) {
    let sum = load<f32>(out);
    let from = a;
    for (let r = 0; r < rows; r++) {
      sum += load<f32>(from);
      from += step;
    }
    store<f32>(out, sum);
    out += 4;
    a += 4;
  }
}

/** −2·√(2/π), the same times 0.044715, three times that, and 1: four times each. */
const slopes: usize = memory.data<f32>([
  -1.5957691, -1.5957691, -1.5957691, -1.5957691,
  -0.07135481, -0.07135481, -0.07135481, -0.07135481,
  -0.21406443, -0.21406443, -0.21406443, -0.21406443,
  1, 1, 1, 1,
], 16);

/**
 * The GELU in its tanh form (Hendrycks and Gimpel 2016), x·sigmoid(2u) with u = √(2/π)·(x + 0.044715·x³), and its slope there,
 * s·(1 + x·(1 − s)·(2u)′), since all of it is at hand.
 */
export function gelu(out: usize, slope: usize, x: usize, n: i32): void {
  let i = 0;
  for (; i + 8 <= n; i += 8) {
    gelu8(out, slope, x);
    out += 32; slope += 32; x += 32;
  }
  for (; i + 4 <= n; i += 4) {
    gelu4(out, slope, x);
    out += 16; slope += 16; x += 16;
  }
  if (i < n) {
    copyRow(tail, x, n - i);
    gelu4(tail + 16, tail + 32, tail);
    copyRow(out, tail + 16, n - i);
    copyRow(slope, tail + 32, n - i);
  }
}

// @ts-ignore: decorator
@inline
function gelu8(out: usize, slope: usize, at: usize): void {
  const x = v128.load(at), y = v128.load(at, 16), one = v128.load(slopes, 48);
  const a = v128.load(slopes), b = v128.load(slopes, 16), c = v128.load(slopes, 32);
  const xx = f32x4.mul(x, x), yy = f32x4.mul(y, y);
  exp8(f32x4.mul(x, madd(a, b, xx)), f32x4.mul(y, madd(a, b, yy)));
  const sX = f32x4.div(one, f32x4.add(one, v128.load(eight)));
  const sY = f32x4.div(one, f32x4.add(one, v128.load(eight, 16)));
  const outX = f32x4.mul(x, sX), outY = f32x4.mul(y, sY);
  const innerX = madd(a, c, xx), innerY = madd(a, c, yy);
  v128.store(out, outX);
  v128.store(out, outY, 16);
  v128.store(slope, f32x4.mul(sX, f32x4.sub(one, f32x4.mul(f32x4.sub(x, outX), innerX))));
  v128.store(slope, f32x4.mul(sY, f32x4.sub(one, f32x4.mul(f32x4.sub(y, outY), innerY))), 16);
}

// @ts-ignore: decorator
@inline
function gelu4(out: usize, slope: usize, at: usize): void {
  const x = v128.load(at), one = v128.load(slopes, 48), square = f32x4.mul(x, x);
  const e = exp4(f32x4.mul(x, madd(v128.load(slopes), v128.load(slopes, 16), square)));
  const s = f32x4.div(one, f32x4.add(one, e));
  const y = f32x4.mul(x, s);
  const inner = madd(v128.load(slopes), v128.load(slopes, 32), square);
  v128.store(out, y);
  v128.store(slope, f32x4.mul(s, f32x4.sub(one, f32x4.mul(f32x4.sub(x, y), inner))));
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
