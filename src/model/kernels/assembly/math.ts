/** Exponentials of four numbers, and logarithms: the same steps, and so the same bits, as in ../reference/math.ts. */
import { madd } from "./tile";

/**
 * eˣ in 32 bits, for x up to 88; 0 below −87.3. x = n·ln 2 + r, and a polynomial for eʳ (Cephes, expf). Constants are read from memory:
 * that is quicker than to spread them again.
 */
// @ts-ignore: decorator
@inline
export function exp4(x: v128): v128 {
  const low = f32x4.splat(-87.33654);
  const within = f32x4.pmin(f32x4.pmax(x, low), f32x4.splat(88.02));
  const shift = f32x4.splat(12582912);
  const shifted = f32x4.add(f32x4.mul(within, f32x4.splat(1.44269504)), shift);
  const n = f32x4.sub(shifted, shift);
  const r = madd(madd(within, n, f32x4.splat(-0.693359375)), n, f32x4.splat(2.12194440e-4));
  let p = madd(f32x4.splat(1.3981999507e-3), f32x4.splat(1.9875691500e-4), r);
  p = madd(f32x4.splat(8.3334519073e-3), p, r);
  p = madd(f32x4.splat(4.1665795894e-2), p, r);
  p = madd(f32x4.splat(1.6666665459e-1), p, r);
  p = madd(f32x4.splat(5.0000001201e-1), p, r);
  p = f32x4.add(madd(r, p, f32x4.mul(r, r)), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(shifted, i32x4.splat(127 - 0x4b400000)), 23);
  return v128.andnot(f32x4.mul(p, power), f32x4.lt(x, low));
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
  let sum: f64 = 0;
  for (let k = 21; k >= 1; k -= 2) sum = sum * square + 1 / <f64>k;
  return n * 0.6931471803691238 + (2 * s * sum + n * 1.9082149292705877e-10);
}
