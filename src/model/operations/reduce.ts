import { gradientOf } from "../autograd.ts";
import { allocate } from "../kernels/memory.ts";
import type { Storage } from "../kernels/storage.ts";
import { around } from "../shape.ts";
import { Tensor } from "../tensor.ts";
import { reshape } from "./move.ts";

/** The sum of all numbers, or along one dimension, which goes, or stays with size 1 when `keep` is set. */
export function sum(a: Tensor, dim?: number, keep = false): Tensor {
  return dim === undefined ? flat("sum", a, 1) : along("sum", a, dim, keep, 1);
}

/** The mean of all numbers, or along one dimension. */
export function mean(a: Tensor, dim?: number, keep = false): Tensor {
  if (dim === undefined) return flat("mean", a, a.size);
  return along("mean", a, dim, keep, around(a.shape, dim, "mean").size);
}

function flat(op: string, a: Tensor, count: number): Tensor {
  let total = 0;
  for (const x of a.data) total += x;
  const backward = (gradient: Storage): void => {
    const to = gradientOf(a);
    const slope = (gradient.array[0] ?? 0) / count;
    for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + slope;
  };
  const out = allocate(1);
  out.array[0] = total / count;
  return new Tensor(out, [], { op, inputs: [a], backward });
}

function along(op: string, a: Tensor, dim: number, keep: boolean, count: number): Tensor {
  const { at, outer, size, inner } = around(a.shape, dim, op);
  const out = allocate(outer * inner);
  const [data, given] = [out.array, a.data];
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      let total = 0;
      for (let s = 0; s < size; s++) total += given[(o * size + s) * inner + i] ?? 0;
      data[o * inner + i] = total / count;
    }
  }
  const backward = (gradient: Storage): void => {
    const to = gradientOf(a);
    const slopes = gradient.array;
    for (let j = 0; j < to.length; j++) {
      const from = Math.floor(j / (size * inner)) * inner + (j % inner);
      to[j] = (to[j] ?? 0) + (slopes[from] ?? 0) / count;
    }
  };
  return new Tensor(out, without(a, at, keep), {
    op,
    inputs: [a],
    backward,
    attributes: { dim: at, keep },
  });
}

/** The largest of all numbers, or along one dimension. The gradient goes to the first that is largest. */
export function max(a: Tensor, dim?: number, keep = false): Tensor {
  if (dim === undefined) return max(reshape(a, [-1]), 0);
  const { at, outer, size, inner } = around(a.shape, dim, "max");
  const out = allocate(outer * inner);
  const [data, given] = [out.array.fill(Number.NEGATIVE_INFINITY), a.data];
  const where = new Int32Array(outer * inner);
  for (let o = 0; o < outer; o++) {
    for (let s = 0; s < size; s++) {
      for (let i = 0; i < inner; i++) {
        const from = (o * size + s) * inner + i;
        const x = given[from] ?? 0;
        if (s > 0 && !(x > (data[o * inner + i] ?? 0))) continue;
        data[o * inner + i] = x;
        where[o * inner + i] = from;
      }
    }
  }
  const backward = (gradient: Storage): void => {
    const to = gradientOf(a);
    const slopes = gradient.array;
    for (let j = 0; j < where.length; j++)
      to[where[j] ?? 0] = (to[where[j] ?? 0] ?? 0) + (slopes[j] ?? 0);
  };
  return new Tensor(out, without(a, at, keep), {
    op: "max",
    inputs: [a],
    backward,
    attributes: { dim: at, keep },
  });
}

const without = (a: Tensor, at: number, keep: boolean): number[] =>
  keep ? a.shape.map((size, d) => (d === at ? 1 : size)) : a.shape.filter((_, d) => d !== at);

/** Where the largest number of each row of the last dimension is: one index a row. */
export function argmax(a: Tensor): number[] {
  const size = a.shape.at(-1) ?? 1;
  const found: number[] = [];
  const { data } = a;
  for (let start = 0; start < a.size; start += size) {
    let best = 0;
    for (let i = 1; i < size; i++) if ((data[start + i] ?? 0) > (data[start + best] ?? 0)) best = i;
    found.push(best);
  }
  return found;
}
