/** One step of AdamW (Loshchilov and Hutter 2019) over a range of parameters, and the length of a gradient. */

/**
 * @param keep 1 − lr·weightDecay
 * @param size lr / (1 − β₁ᵗ)
 * @param root √(1 − β₂ᵗ)
 */
export function adamW(
  p: usize, g: usize, mean: usize, square: usize, n: i32, beta1: f32, beta2: f32, size: f32, root: f32, eps: f32, keep: f32,
): void {
  const b1 = f32x4.splat(beta1), b2 = f32x4.splat(beta2), c1 = f32x4.splat(1 - beta1), c2 = f32x4.splat(1 - beta2);
  const sizes = f32x4.splat(size), roots = f32x4.splat(root), epss = f32x4.splat(eps), keeps = f32x4.splat(keep);
  let i: usize = 0;
  for (; i + 16 <= <usize>n << 2; i += 16) {
    const slope = v128.load(g + i);
    const m = f32x4.add(f32x4.mul(b1, v128.load(mean + i)), f32x4.mul(c1, slope));
    const s = f32x4.add(f32x4.mul(b2, v128.load(square + i)), f32x4.mul(f32x4.mul(c2, slope), slope));
    v128.store(mean + i, m);
    v128.store(square + i, s);
    const below = f32x4.add(f32x4.div(f32x4.sqrt(s), roots), epss);
    v128.store(p + i, f32x4.sub(f32x4.mul(v128.load(p + i), keeps), f32x4.div(f32x4.mul(sizes, m), below)));
  }
  for (; i < <usize>n << 2; i += 4) {
    const slope = load<f32>(g + i);
    const m = beta1 * load<f32>(mean + i) + (1 - beta1) * slope;
    const s = beta2 * load<f32>(square + i) + (1 - beta2) * slope * slope;
    store<f32>(mean + i, m);
    store<f32>(square + i, s);
    store<f32>(p + i, load<f32>(p + i) * keep - (size * m) / (sqrt(s) / root + eps));
  }
}

/** The sum of the squares, in 64 bits: four running sums, of every fourth number each. */
export function sumSquares(x: usize, n: i32): f64 {
  let low = f64x2.splat(0), high = low;
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const four = v128.load(x);
    const a = f64x2.promote_low_f32x4(four), b = f64x2.promote_low_f32x4(v128.shuffle<f64>(four, four, 1, 1));
    low = f64x2.add(low, f64x2.mul(a, a));
    high = f64x2.add(high, f64x2.mul(b, b));
    x += 16;
  }
  let s0 = f64x2.extract_lane(low, 0), s1 = f64x2.extract_lane(low, 1), s2 = f64x2.extract_lane(high, 0);
  const s3 = f64x2.extract_lane(high, 1);
  if (i < n) s0 += <f64>load<f32>(x) * <f64>load<f32>(x);
  if (i + 1 < n) s1 += <f64>load<f32>(x, 4) * <f64>load<f32>(x, 4);
  if (i + 2 < n) s2 += <f64>load<f32>(x, 8) * <f64>load<f32>(x, 8);
  return s0 + s1 + (s2 + s3);
}
