import { gradientOf } from "./autograd.ts";
import * as math from "./math.ts";
import { around } from "./reduce.ts";
import { showShape } from "./shape.ts";
import { Tensor } from "./tensor.ts";

/**
 * Probabilities along a dimension: e^x / Σ e^x. The largest x is subtracted first, which changes nothing but keeps e^x in
 * range. A row of −∞ alone gives zeros.
 */
export function softmax(a: Tensor, dim = -1): Tensor {
  const { at, outer, size, inner } = around(a, dim, "softmax");
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

/** The logarithm of softmax along the last dimension, computed without taking the logarithm of a tiny number. */
export function logSoftmax(a: Tensor): Tensor {
  const { outer, size, inner } = around(a, -1, "logSoftmax");
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
  return new Tensor(data, a.shape, { op: "logSoftmax", inputs: [a], backward });
}

/**
 * The mean of −log p of the right answers: how surprised the model is.
 * @param logits scores before softmax, [batch, classes]
 * @param targets the right class of each row
 * @returns one number, in nats
 */
export function crossEntropy(logits: Tensor, targets: readonly number[]): Tensor {
  const [rows = 0, classes = 0] = logits.shape;
  if (logits.shape.length !== 2 || rows !== targets.length)
    throw new Error(
      `crossEntropy: needs logits [batch, classes] and a target for each row, got ${showShape(logits.shape)} and ${targets.length} targets`,
    );
  const bad = targets.find(
    (target) => !Number.isInteger(target) || target < 0 || target >= classes,
  );
  if (bad !== undefined)
    throw new Error(
      `crossEntropy: the target ${bad} is not one of the classes 0 to ${classes - 1}`,
    );
  const logs = logSoftmax(logits.detach()).data;
  let total = 0;
  for (const [i, target] of targets.entries()) total -= logs[i * classes + target] ?? 0;
  const backward = (gradient: Float32Array): void => {
    // The famous p − y: what was predicted less what was right.
    const slope = (gradient[0] ?? 0) / rows;
    const to = gradientOf(logits);
    for (let j = 0; j < to.length; j++) {
      const y = j % classes === targets[Math.floor(j / classes)] ? 1 : 0;
      to[j] = (to[j] ?? 0) + slope * (math.exp(logs[j] ?? 0) - y);
    }
  };
  const data = Float32Array.of(total / rows);
  return new Tensor(data, [], {
    op: "crossEntropy",
    inputs: [logits],
    backward,
    attributes: { targets },
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
