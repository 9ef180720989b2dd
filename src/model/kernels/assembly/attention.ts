/** Scaled dot-product attention of all heads (Vaswani et al. 2017, section 3.2), forward and backward. */
import { ALL, COLUMNS_TO, DEPTH_FROM, DEPTH_TO, matmul } from "./matmul";
import { clear, softmaxRow, softmaxRowBackward } from "./normalize";

/**
 * out = softmax(q·kᵀ·scale)·v for each of the heads, side by side in a row.
 * @param out [time, heads·size], rows `outrs` numbers apart
 * @param weights [heads, time, others]: kept for the gradient, and to look at
 * @param q [time, heads·size], rows `qrs` numbers apart
 * @param k [others, heads·size], and v, rows `krs` numbers apart
 * @param causal moment i sees the others up to i + (others − time)
 */
export function attention(
  out: usize, outrs: usize, weights: usize, q: usize, qrs: usize, k: usize, v: usize, krs: usize,
  time: i32, others: i32, heads: i32, size: i32, scale: f32, causal: bool,
): void {
  const offset = others - time;
  for (let h = 0; h < heads; h++) {
    matmul(weights, others, q, qrs, 1, k, 1, krs, time, others, size, false, 0, causal ? COLUMNS_TO : ALL, offset);
    for (let i = 0; i < time; i++) {
      const row = weights + (<usize>(i * others) << 2);
      const seen = causal ? i + 1 + offset : others;
      const wide = whole(row, seen, others, scale > 0, -Infinity);
      softmaxRow(row, row, wide, scale);
      clear(row + (<usize>wide << 2), others - wide);
    }
    matmul(out, outrs, weights, others, 1, v, krs, 1, time, size, others, false, 0, causal ? DEPTH_TO : ALL, offset);
    weights += <usize>(time * others) << 2;
    const step = <usize>size << 2;
    out += step; q += step; k += step; v += step;
  }
}

/** dq, dk and dv = or += what they owe to dout; `scratch` holds [time, others]. */
export function attentionBackward(
  dq: usize, dqrs: usize, dk: usize, dv: usize, dkrs: usize, dout: usize, outrs: usize, weights: usize, scratch: usize,
  q: usize, qrs: usize, k: usize, v: usize, krs: usize,
  time: i32, others: i32, heads: i32, size: i32, scale: f32, causal: bool, accumulate: bool,
): void {
  const offset = others - time;
  const to = causal ? DEPTH_TO : ALL, from = causal ? DEPTH_FROM : ALL;
  for (let h = 0; h < heads; h++) {
    matmul(dv, dkrs, weights, 1, others, dout, outrs, 1, others, size, time, accumulate, 0, from, offset);
    matmul(scratch, others, dout, outrs, 1, v, 1, krs, time, others, size, false, 0, causal ? COLUMNS_TO : ALL, offset);
    for (let i = 0; i < time; i++) {
      const row = scratch + (<usize>(i * others) << 2);
      const seen = causal ? i + 1 + offset : others;
      const wide = whole(row, seen, others, true, 0);
      softmaxRowBackward(row, weights + (<usize>(i * others) << 2), row, wide, scale, false);
      clear(row + (<usize>wide << 2), others - wide);
    }
    matmul(dq, dqrs, scratch, others, 1, k, krs, 1, time, size, others, accumulate, 0, to, offset);
    matmul(dk, dkrs, scratch, 1, others, q, qrs, 1, others, size, time, accumulate, 0, from, offset);
    weights += <usize>(time * others) << 2;
    const step = <usize>size << 2;
    dq += step; dk += step; dv += step; dout += step; q += step; k += step; v += step;
  }
}

/** A row's length up to a multiple of four, where it has so much room: what is added counts for nothing. */
// @ts-ignore: decorator
@inline
function whole(row: usize, seen: i32, others: i32, may: bool, nothing: f32): i32 {
  const wide = (seen + 3) & ~3;
  if (wide > others || !may) return seen;
  for (let j = seen; j < wide; j++) store<f32>(row + (<usize>j << 2), nothing);
  return wide;
}
