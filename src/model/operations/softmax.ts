import { gradientInto, gradientOf } from "../autograd.ts";
import { kernels } from "../kernels/index.ts";
import { allocate } from "../kernels/memory.ts";
import { Storage } from "../kernels/storage.ts";
import * as math from "../math.ts";
import { around } from "../shape.ts";
import { Tensor } from "../tensor.ts";

/**
 * Probabilities along a dimension: e^x / Σ e^x. The largest x is subtracted first, which changes nothing but keeps e^x in
 * range. A row of −∞ alone gives zeros.
 */
export function softmax(a: Tensor, dim = -1): Tensor {
  const { at, size, inner } = around(a.shape, dim, "softmax");
  const out = allocate(a.size);
  if (inner === 1) kernels().softmax(out, a.storage, size);
  else {
    const rows = new Storage(turned(a.data, size, inner));
    kernels().softmax(rows, rows, size);
    out.array.set(turned(rows.array, inner, size));
  }
  const backward = (gradient: Storage): void => {
    const { into, add } = gradientInto(a);
    if (inner === 1) {
      kernels().softmaxBackward(into, out, gradient, size, add);
      return;
    }
    const [p, g] = [out, gradient].map(({ array }) => new Storage(turned(array, size, inner)));
    if (!p || !g) return;
    kernels().softmaxBackward(g, p, g, size, false);
    const slopes = turned(g.array, inner, size);
    const to = into.array;
    for (let i = 0; i < to.length; i++) to[i] = (add ? (to[i] ?? 0) : 0) + (slopes[i] ?? 0);
  };
  return new Tensor(out, a.shape, {
    op: "softmax",
    inputs: [a],
    backward,
    attributes: { dim: at },
  });
}

/** Blocks of [rows, columns] with the two swapped. */
function turned(data: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(data.length);
  const block = rows * columns;
  for (let start = 0; start < data.length; start += block) {
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++)
        out[start + j * rows + i] = data[start + i * columns + j] as number;
  }
  return out;
}

/** The logarithm of softmax along a dimension, computed without taking the logarithm of a tiny number. */
export function logSoftmax(a: Tensor, dim = -1): Tensor {
  const { at, outer, size, inner } = around(a.shape, dim, "logSoftmax");
  const out = allocate(a.size);
  const [to, from] = [out.array, a.data];
  each(outer, inner, size, (start, step) => {
    let top = Number.NEGATIVE_INFINITY;
    for (let s = 0; s < size; s++) top = Math.max(top, from[start + s * step] ?? 0);
    let total = 0;
    for (let s = 0; s < size; s++) total += math.exp((from[start + s * step] ?? 0) - top);
    const shift = top + math.log(total);
    for (let s = 0; s < size; s++) to[start + s * step] = (from[start + s * step] ?? 0) - shift;
  });
  const backward = (gradient: Storage): void => {
    const sum = gradientOf(a);
    const [g, logs] = [gradient.array, out.array];
    each(outer, inner, size, (start, step) => {
      let total = 0;
      for (let s = 0; s < size; s++) total += g[start + s * step] ?? 0;
      for (let s = 0; s < size; s++) {
        const i = start + s * step;
        sum[i] = (sum[i] ?? 0) + (g[i] ?? 0) - math.exp(logs[i] ?? 0) * total;
      }
    });
  };
  return new Tensor(out, a.shape, {
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
