import { gradientInto, gradientOf } from "../autograd.ts";
import { kernels } from "../kernels/index.ts";
import { allocate } from "../kernels/memory.ts";
import type { Storage } from "../kernels/storage.ts";
import { around, dimension, offsets, type Shape, showShape, sizeOf, stridesOf } from "../shape.ts";
import { Tensor } from "../tensor.ts";

/** A tensor whose numbers are others' numbers, unchanged: `from[i]` says where in `a` number i stands. */
function moved(op: string, a: Tensor, shape: Shape, from: Int32Array, attributes = {}): Tensor {
  const out = allocate(from.length);
  const [to, data] = [out.array, a.data];
  for (let i = 0; i < from.length; i++) to[i] = data[from[i] as number] as number;
  const backward = (gradient: Storage): void => {
    const sum = gradientOf(a);
    const slopes = gradient.array;
    for (let i = 0; i < from.length; i++)
      sum[from[i] ?? 0] = (sum[from[i] ?? 0] ?? 0) + (slopes[i] ?? 0);
  };
  return new Tensor(out, shape, { op, inputs: [a], backward, attributes });
}

/** The same numbers in the same order, not copied. */
function viewed(
  op: string,
  a: Tensor,
  storage: Storage,
  shape: Shape,
  at: number,
  attributes = {},
) {
  const backward = (gradient: Storage): void => {
    const { into, add } = gradientInto(a);
    if (!add && gradient.length < into.length) into.array.fill(0);
    if (!add) {
      into.array.set(gradient.array, at);
      return;
    }
    const part = into.part(at, gradient.length);
    kernels().add(part, part, gradient);
  };
  return new Tensor(storage, shape, { op, inputs: [a], backward, attributes });
}

export function reshape(a: Tensor, shape: Shape): Tensor {
  const known = sizeOf(shape.filter((size) => size !== -1));
  const full = shape.map((size) => (size === -1 ? a.size / known : size));
  if (sizeOf(full) !== a.size || full.some((size) => !Number.isInteger(size)))
    throw new Error(
      `reshape: ${showShape(a.shape)} has ${a.size} numbers, ${showShape(shape)} cannot hold as many`,
    );
  return viewed("reshape", a, a.storage, full, 0);
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
  const { at, size } = around(a.shape, dim, "slice");
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
  const size = a.size / rows;
  const storage = a.storage.part(at * size, size);
  return viewed("row", a, storage, a.shape.slice(1), at * size, { row: at });
}

export function gather(a: Tensor, indices: readonly number[]): Tensor {
  const rows = a.shape[0] ?? 0;
  const size = rows === 0 ? 0 : a.size / rows;
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
