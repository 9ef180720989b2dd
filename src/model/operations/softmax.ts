import { gradientOf } from "../autograd.ts";
import * as math from "../math.ts";
import { around } from "../shape.ts";
import { Tensor } from "../tensor.ts";

/**
 * Probabilities along a dimension: e^x / Σ e^x. The largest x is subtracted first, which changes nothing but keeps e^x in
 * range. A row of −∞ alone gives zeros.
 */
export function softmax(a: Tensor, dim = -1): Tensor {
  const { at, outer, size, inner } = around(a.shape, dim, "softmax");
  const data = new Float32Array(a.data.length);
  const row = new Float64Array(size);
  each(outer, inner, size, (start, step) => {
    let top = Number.NEGATIVE_INFINITY;
    for (let s = 0; s < size; s++) top = Math.max(top, a.data[start + s * step] ?? 0);
    let total = 0;
    for (let s = 0; s < size; s++) {
      const x = a.data[start + s * step] ?? 0;
      const e = x === Number.NEGATIVE_INFINITY ? 0 : math.exp(x - top);
      row[s] = e;
      total += e;
    }
    for (let s = 0; s < size; s++) data[start + s * step] = total === 0 ? 0 : (row[s] ?? 0) / total;
  });
  const backward = (gradient: Float32Array): void => {
    const to = gradientOf(a);
    // dL/dx = p · (g − Σ g·p)
    each(outer, inner, size, (start, step) => {
      let dot = 0;
      for (let s = 0; s < size; s++)
        dot += (gradient[start + s * step] ?? 0) * (data[start + s * step] ?? 0);
      for (let s = 0; s < size; s++) {
        const i = start + s * step;
        to[i] = (to[i] ?? 0) + (data[i] ?? 0) * ((gradient[i] ?? 0) - dot);
      }
    });
  };
  return new Tensor(data, a.shape, {
    op: "softmax",
    inputs: [a],
    backward,
    attributes: { dim: at },
  });
}

/** The logarithm of softmax along a dimension, computed without taking the logarithm of a tiny number. */
export function logSoftmax(a: Tensor, dim = -1): Tensor {
  const { at, outer, size, inner } = around(a.shape, dim, "logSoftmax");
  const data = new Float32Array(a.data.length);
  each(outer, inner, size, (start, step) => {
    let top = Number.NEGATIVE_INFINITY;
    for (let s = 0; s < size; s++) top = Math.max(top, a.data[start + s * step] ?? 0);
    let total = 0;
    for (let s = 0; s < size; s++) total += math.exp((a.data[start + s * step] ?? 0) - top);
    const shift = top + math.log(total);
    for (let s = 0; s < size; s++) data[start + s * step] = (a.data[start + s * step] ?? 0) - shift;
  });
  const backward = (gradient: Float32Array): void => {
    const to = gradientOf(a);
    each(outer, inner, size, (start, step) => {
      let total = 0;
      for (let s = 0; s < size; s++) total += gradient[start + s * step] ?? 0;
      for (let s = 0; s < size; s++) {
        const i = start + s * step;
        to[i] = (to[i] ?? 0) + (gradient[i] ?? 0) - math.exp(data[i] ?? 0) * total;
      }
    });
  };
  return new Tensor(data, a.shape, {
    op: "logSoftmax",
    inputs: [a],
    backward,
    attributes: { dim: at },
  });
}

/** Calls `row` with the start and the step of each row along a dimension. */
function each(
  outer: number,
  inner: number,
  size: number,
  row: (start: number, step: number) => void,
): void {
  for (let o = 0; o < outer; o++) for (let i = 0; i < inner; i++) row(o * size * inner + i, inner);
}
