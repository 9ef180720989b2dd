/** Exponentials of four numbers, and logarithms: the same steps, and so the same bits, as in ../reference/math.ts. */
import { madd } from "./tile";

const constants: usize = memory.data<f32>([
  -87.33654, -87.33654, -87.33654, -87.33654,
  88.02, 88.02, 88.02, 88.02,
  12582912, 12582912, 12582912, 12582912,
  1.44269504, 1.44269504, 1.44269504, 1.44269504,
  -0.693359375, -0.693359375, -0.693359375, -0.693359375,
  2.12194440e-4, 2.12194440e-4, 2.12194440e-4, 2.12194440e-4,
  1.9875691500e-4, 1.9875691500e-4, 1.9875691500e-4, 1.9875691500e-4,
  1.3981999507e-3, 1.3981999507e-3, 1.3981999507e-3, 1.3981999507e-3,
  8.3334519073e-3, 8.3334519073e-3, 8.3334519073e-3, 8.3334519073e-3,
  4.1665795894e-2, 4.1665795894e-2, 4.1665795894e-2, 4.1665795894e-2,
  1.6666665459e-1, 1.6666665459e-1, 1.6666665459e-1, 1.6666665459e-1,
  5.0000001201e-1, 5.0000001201e-1, 5.0000001201e-1, 5.0000001201e-1,
  1, 1, 1, 1,
], 16);

/** A constant, four times: read from memory, which is quicker than to spread it again. */
// @ts-ignore: decorator
@inline
function constant(i: usize): v128 {
  return v128.load(constants + (i << 4));
}

/** eˣ in 32 bits, for x up to 88; 0 below −87.3. x = n·ln 2 + r, and a polynomial for eʳ (Cephes, expf). */
// @ts-ignore: decorator
@inline
export function exp4(x: v128): v128 {
  const within = f32x4.pmin(f32x4.pmax(x, constant(0)), constant(1));
  const shifted = f32x4.add(f32x4.mul(within, constant(3)), constant(2));
  const n = f32x4.sub(shifted, constant(2));
  const r = madd(madd(within, n, constant(4)), n, constant(5));
  let p = madd(constant(7), constant(6), r);
  p = madd(constant(8), p, r);
  p = madd(constant(9), p, r);
  p = madd(constant(10), p, r);
  p = madd(constant(11), p, r);
  p = f32x4.add(madd(r, p, f32x4.mul(r, r)), constant(12));
  // The last bits of `shifted` are n: moved up, they are the exponent of 2ⁿ.
  const power = i32x4.add(i32x4.shl(shifted, 23), constant(12));
  return v128.andnot(f32x4.mul(p, power), f32x4.lt(x, constant(0)));
}

/** Where `exp8` puts its eight numbers. */
export const eight: usize = memory.data(32, 16);

/** The same for eight numbers at once, step beside step: the one need not wait for the other. */
// @ts-ignore: decorator
@inline
export function exp8(x: v128, y: v128): void {
  const low = constant(0), high = constant(1), shift = constant(2), log2e = constant(3);
  const insideX = f32x4.pmin(f32x4.pmax(x, low), high), insideY = f32x4.pmin(f32x4.pmax(y, low), high);
  const shiftedX = f32x4.add(f32x4.mul(insideX, log2e), shift), shiftedY = f32x4.add(f32x4.mul(insideY, log2e), shift);
  const nX = f32x4.sub(shiftedX, shift), nY = f32x4.sub(shiftedY, shift);
  let c = constant(4);
  let rX = madd(insideX, nX, c), rY = madd(insideY, nY, c);
  c = constant(5);
  rX = madd(rX, nX, c); rY = madd(rY, nY, c);
  c = constant(6);
  const second = constant(7);
  let pX = madd(second, c, rX), pY = madd(second, c, rY);
  c = constant(8);
  pX = madd(c, pX, rX); pY = madd(c, pY, rY);
  c = constant(9);
  pX = madd(c, pX, rX); pY = madd(c, pY, rY);
  c = constant(10);
  pX = madd(c, pX, rX); pY = madd(c, pY, rY);
  c = constant(11);
  pX = madd(c, pX, rX); pY = madd(c, pY, rY);
  c = constant(12);
  pX = f32x4.add(madd(rX, pX, f32x4.mul(rX, rX)), c); pY = f32x4.add(madd(rY, pY, f32x4.mul(rY, rY)), c);
  const powerX = i32x4.add(i32x4.shl(shiftedX, 23), c), powerY = i32x4.add(i32x4.shl(shiftedY, 23), c);
  v128.store(eight, v128.andnot(f32x4.mul(pX, powerX), f32x4.lt(x, low)));
  v128.store(eight, v128.andnot(f32x4.mul(pY, powerY), f32x4.lt(y, low)), 16);
}

/** The natural logarithm of a positive number that is not tiny: x = 2ⁿ·m, log m = 2 artanh((m − 1) / (m + 1)). */
export function log(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  let n = <f64>(<i32>(bits >> 52) - 1023);
  let m = reinterpret<f64>((bits & 0xfffffffffffff) | 0x3ff0000000000000);
  if (m > 1.4142135623730951) {
    m /= 2;
    n += 1;
  }
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum: f64 = 1.0 / 21;
  sum = sum * square + 1.0 / 19;
  sum = sum * square + 1.0 / 17;
  sum = sum * square + 1.0 / 15;
  sum = sum * square + 1.0 / 13;
  sum = sum * square + 1.0 / 11;
  sum = sum * square + 1.0 / 9;
  sum = sum * square + 1.0 / 7;
  sum = sum * square + 1.0 / 5;
  sum = sum * square + 1.0 / 3;
  sum = sum * square + 1;
  return n * 0.6931471803691238 + (2 * s * sum + n * 1.9082149292705877e-10);
}
