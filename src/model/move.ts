import { gradientOf } from "./autograd.ts";
import { around } from "./reduce.ts";
import {
  broadcast,
  dimension,
  offsets,
  type Shape,
  sameShape,
  showShape,
  sizeOf,
  stretched,
  stridesOf,
} from "./shape.ts";
import { Tensor } from "./tensor.ts";

/** A tensor whose numbers are others' numbers, unchanged: `from[i]` says where in `a` number i stands. */
function moved(op: string, a: Tensor, shape: Shape, from: Int32Array, attributes = {}): Tensor {
  const data = new Float32Array(from.length);
  for (let i = 0; i < from.length; i++) data[i] = a.data[from[i] ?? 0] ?? 0;
  const backward = (gradient: Float32Array): void => {
    const to = gradientOf(a);
    for (let i = 0; i < from.length; i++)
      to[from[i] ?? 0] = (to[from[i] ?? 0] ?? 0) + (gradient[i] ?? 0);
  };
  return new Tensor(data, shape, { op, inputs: [a], backward, attributes });
}

const counting = (size: number, start = 0): Int32Array =>
  Int32Array.from({ length: size }, (_, i) => start + i);

export function reshape(a: Tensor, shape: Shape): Tensor {
  const known = sizeOf(shape.filter((size) => size !== -1));
  const full = shape.map((size) => (size === -1 ? a.data.length / known : size));
  if (sizeOf(full) !== a.data.length || full.some((size) => !Number.isInteger(size)))
    throw new Error(
      `reshape: ${showShape(a.shape)} has ${a.data.length} numbers, ${showShape(shape)} cannot hold as many`,
    );
  return moved("reshape", a, full, counting(a.data.length));
}

export function transpose(a: Tensor, dim0: number, dim1: number): Tensor {
  const from = dimension(dim0, a.shape, "transpose");
  const to = dimension(dim1, a.shape, "transpose");
  const swap = <T>(list: readonly T[]): T[] =>
    list.map((one, d) => (d === from ? (list[to] as T) : d === to ? (list[from] as T) : one));
  const shape = swap(a.shape);
  return moved("transpose", a, shape, offsets(shape, swap(stridesOf(a.shape))), {
    dims: [from, to],
  });
}

export function slice(a: Tensor, dim: number, start: number, end?: number): Tensor {
  const { at, size } = around(a, dim, "slice");
  const first = start < 0 ? size + start : start;
  const last = end === undefined ? size : end < 0 ? size + end : end;
  if (!(first >= 0 && first <= last && last <= size))
    throw new Error(
      `slice: ${start} to ${end ?? "the end"} does not lie in dimension ${at} of ${showShape(a.shape)}`,
    );
  const shape = a.shape.map((one, d) => (d === at ? last - first : one));
  const strides = stridesOf(a.shape);
  const begin = first * (strides[at] ?? 1);
  const from = offsets(shape, strides).map((offset) => offset + begin);
  return moved("slice", a, shape, from, { dim: at, start: first });
}

export function row(a: Tensor, i: number): Tensor {
  const rows = a.shape[0] ?? 0;
  const at = i < 0 ? rows + i : i;
  if (a.shape.length === 0 || !Number.isInteger(at) || at < 0 || at >= rows)
    throw new Error(`row: there is no row ${i} in ${showShape(a.shape)}`);
  const size = a.data.length / rows;
  return moved("row", a, a.shape.slice(1), counting(size, at * size), { row: at });
}

export function gather(a: Tensor, indices: readonly number[]): Tensor {
  const rows = a.shape[0] ?? 0;
  const size = rows === 0 ? 0 : a.data.length / rows;
  const bad = indices.find((i) => !Number.isInteger(i) || i < 0 || i >= rows);
  if (bad !== undefined)
    throw new Error(
      `gather: there is no row ${bad} in ${showShape(a.shape)}: rows are 0 to ${rows - 1}`,
    );
  const from = new Int32Array(indices.length * size);
  for (const [to, i] of indices.entries())
    for (let j = 0; j < size; j++) from[to * size + j] = i * size + j;
  return moved("gather", a, [indices.length, ...a.shape.slice(1)], from, { indices: [...indices] });
}

export function maskedFill(a: Tensor, mask: Tensor, value: number): Tensor {
  const shape = broadcast(a.shape, mask.shape, "maskedFill");
  if (!sameShape(shape, a.shape))
    throw new Error(
      `maskedFill: the mask ${showShape(mask.shape)} is larger than ${showShape(a.shape)}`,
    );
  const at = offsets(shape, stretched(mask.shape, shape));
  const hidden = at.map((from) => ((mask.data[from] ?? 0) === 0 ? 0 : 1));
  const data = a.data.map((x, i) => (hidden[i] ? value : x));
  const backward = (gradient: Float32Array): void => {
    const to = gradientOf(a);
    for (let i = 0; i < to.length; i++) if (!hidden[i]) to[i] = (to[i] ?? 0) + (gradient[i] ?? 0);
  };
  return new Tensor(data, a.shape, {
    op: "maskedFill",
    inputs: [a],
    backward,
    attributes: { hidden: Array.from(hidden), value },
  });
}

/** Tensors one after the other along a dimension; their other sizes must agree. */
export function concat(tensors: readonly Tensor[], dim = 0): Tensor {
  const [first] = tensors;
  if (!first) throw new Error("concat: needs at least one tensor");
  const at = dimension(dim, first.shape, "concat");
  for (const one of tensors) {
    if (
      one.shape.length !== first.shape.length ||
      one.shape.some((size, d) => d !== at && size !== first.shape[d])
    )
      throw new Error(
        `concat: ${showShape(first.shape)} and ${showShape(one.shape)} must agree in every dimension but ${at}`,
      );
  }
  const sizes = tensors.map((one) => one.shape[at] ?? 0);
  const shape = first.shape.map((size, d) =>
    d === at ? sizes.reduce((sum, each) => sum + each, 0) : size,
  );
  const outer = sizeOf(shape.slice(0, at));
  const inner = sizeOf(shape.slice(at + 1));
  const width = (shape[at] ?? 0) * inner;
  const data = new Float32Array(sizeOf(shape));
  const starts = sizes.map(
    (_, i) => sizes.slice(0, i).reduce((sum, each) => sum + each, 0) * inner,
  );
  for (const [t, one] of tensors.entries()) {
    const part = (sizes[t] ?? 0) * inner;
    for (let o = 0; o < outer; o++)
      data.set(one.data.subarray(o * part, (o + 1) * part), o * width + (starts[t] ?? 0));
  }
  const backward = (gradient: Float32Array): void => {
    for (const [t, one] of tensors.entries()) {
      if (!one.requiresGrad) continue;
      const part = (sizes[t] ?? 0) * inner;
      const to = gradientOf(one);
      for (let j = 0; j < to.length; j++) {
        const from = Math.floor(j / part) * width + (starts[t] ?? 0) + (j % part);
        to[j] = (to[j] ?? 0) + (gradient[from] ?? 0);
      }
    }
  };
  return new Tensor(data, shape, {
    op: "concat",
    inputs: tensors,
    backward,
    attributes: { dim: at, sizes },
  });
}

/** Tensors of one shape as the entries of a new dimension. */
export const stack = (tensors: readonly Tensor[], dim = 0): Tensor =>
  concat(
    tensors.map((one) => {
      const at = dim < 0 ? dim + one.shape.length + 1 : dim;
      return reshape(one, [...one.shape.slice(0, at), 1, ...one.shape.slice(at)]);
    }),
    dim,
  );
