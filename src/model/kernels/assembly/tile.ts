/**
 * Tiles of C that stay in registers while k runs. Each number is a sum in the order of k, rounded at each step, whatever the tile.
 * Six rows are fastest with a fused multiply and add; without, the product needs a register of its own, and four rows are.
 */

/** Rows of the tall tile. */
// @ts-ignore: decorator
@inline export const ROWS = ASC_FEATURE_RELAXED_SIMD ? 6 : 4;

// @ts-ignore: decorator
@inline
export function madd(sum: v128, a: v128, b: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, sum) : f32x4.add(sum, f32x4.mul(a, b));
}

/**
 * c [6, 8·panels] = or += a [6, k] · b [k, 8·panels], plus a bias for each column.
 * @param a a's rows are `ars` bytes apart, its steps of k `acs` bytes
 * @param b packed: 8 numbers for each k, panel after panel with `skip` bytes between
 * @param c its rows are `crs` bytes apart
 * @param bias 0 for none
 */
export function tile6(
  k: usize, a: usize, ars: usize, acs: usize, b: usize, skip: usize, c: usize, crs: usize,
  panels: i32, add: bool, bias: usize,
): void {
  for (; panels > 0; panels--) {
    let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00, c30 = c00, c31 = c00, c40 = c00, c41 = c00, c50 = c00, c51 = c00;
    if (add) {
      let row = c;
      c00 = v128.load(row); c01 = v128.load(row, 16); row += crs;
      c10 = v128.load(row); c11 = v128.load(row, 16); row += crs;
      c20 = v128.load(row); c21 = v128.load(row, 16); row += crs;
      c30 = v128.load(row); c31 = v128.load(row, 16); row += crs;
      c40 = v128.load(row); c41 = v128.load(row, 16); row += crs;
      c50 = v128.load(row); c51 = v128.load(row, 16);
    }
    let a0 = a, a1 = a0 + ars, a2 = a1 + ars, a3 = a2 + ars, a4 = a3 + ars, a5 = a4 + ars;
    for (const end = b + (k << 5); b < end; b += 32) {
      const b0 = v128.load(b), b1 = v128.load(b, 16);
      let x = v128.load32_splat(a0);
      c00 = madd(c00, x, b0); c01 = madd(c01, x, b1);
      x = v128.load32_splat(a1);
      c10 = madd(c10, x, b0); c11 = madd(c11, x, b1);
      x = v128.load32_splat(a2);
      c20 = madd(c20, x, b0); c21 = madd(c21, x, b1);
      x = v128.load32_splat(a3);
      c30 = madd(c30, x, b0); c31 = madd(c31, x, b1);
      x = v128.load32_splat(a4);
      c40 = madd(c40, x, b0); c41 = madd(c41, x, b1);
      x = v128.load32_splat(a5);
      c50 = madd(c50, x, b0); c51 = madd(c51, x, b1);
      a0 += acs; a1 += acs; a2 += acs; a3 += acs; a4 += acs; a5 += acs;
    }
    if (bias) {
      const b0 = v128.load(bias), b1 = v128.load(bias, 16);
      c00 = f32x4.add(c00, b0); c01 = f32x4.add(c01, b1);
      c10 = f32x4.add(c10, b0); c11 = f32x4.add(c11, b1);
      c20 = f32x4.add(c20, b0); c21 = f32x4.add(c21, b1);
      c30 = f32x4.add(c30, b0); c31 = f32x4.add(c31, b1);
      c40 = f32x4.add(c40, b0); c41 = f32x4.add(c41, b1);
      c50 = f32x4.add(c50, b0); c51 = f32x4.add(c51, b1);
      bias += 32;
    }
    let row = c;
    v128.store(row, c00); v128.store(row, c01, 16); row += crs;
    v128.store(row, c10); v128.store(row, c11, 16); row += crs;
    v128.store(row, c20); v128.store(row, c21, 16); row += crs;
    v128.store(row, c30); v128.store(row, c31, 16); row += crs;
    v128.store(row, c40); v128.store(row, c41, 16); row += crs;
    v128.store(row, c50); v128.store(row, c51, 16);
    c += 32;
    b += skip;
  }
}

/** The same for [4, 8·panels]. */
export function tile4(
  k: usize, a: usize, ars: usize, acs: usize, b: usize, skip: usize, c: usize, crs: usize,
  panels: i32, add: bool, bias: usize,
): void {
  for (; panels > 0; panels--) {
    let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00, c30 = c00, c31 = c00;
    if (add) {
      let row = c;
      c00 = v128.load(row); c01 = v128.load(row, 16); row += crs;
      c10 = v128.load(row); c11 = v128.load(row, 16); row += crs;
      c20 = v128.load(row); c21 = v128.load(row, 16); row += crs;
      c30 = v128.load(row); c31 = v128.load(row, 16);
    }
    let a0 = a, a1 = a0 + ars, a2 = a1 + ars, a3 = a2 + ars;
    for (const end = b + (k << 5); b < end; b += 32) {
      const b0 = v128.load(b), b1 = v128.load(b, 16);
      let x = v128.load32_splat(a0);
      c00 = madd(c00, x, b0); c01 = madd(c01, x, b1);
      x = v128.load32_splat(a1);
      c10 = madd(c10, x, b0); c11 = madd(c11, x, b1);
      x = v128.load32_splat(a2);
      c20 = madd(c20, x, b0); c21 = madd(c21, x, b1);
      x = v128.load32_splat(a3);
      c30 = madd(c30, x, b0); c31 = madd(c31, x, b1);
      a0 += acs; a1 += acs; a2 += acs; a3 += acs;
    }
    if (bias) {
      const b0 = v128.load(bias), b1 = v128.load(bias, 16);
      c00 = f32x4.add(c00, b0); c01 = f32x4.add(c01, b1);
      c10 = f32x4.add(c10, b0); c11 = f32x4.add(c11, b1);
      c20 = f32x4.add(c20, b0); c21 = f32x4.add(c21, b1);
      c30 = f32x4.add(c30, b0); c31 = f32x4.add(c31, b1);
      bias += 32;
    }
    let row = c;
    v128.store(row, c00); v128.store(row, c01, 16); row += crs;
    v128.store(row, c10); v128.store(row, c11, 16); row += crs;
    v128.store(row, c20); v128.store(row, c21, 16); row += crs;
    v128.store(row, c30); v128.store(row, c31, 16);
    c += 32;
    b += skip;
  }
}
