import { gradientOf } from "../autograd.ts";
import { allocate, zeros } from "../kernels/memory.ts";
import type { Storage } from "../kernels/storage.ts";
import { around, broadcast, offsets, type Shape, showShape, sizeOf, stretched } from "../shape.ts";
import { Tensor } from "../tensor.ts";
import { slice } from "./move.ts";

/**
 * Numbers of `a` where `condition` is not 0, of `b` elsewhere; all three are stretched to one shape.
 * @throws when their shapes do not fit
 */
export function where(condition: Tensor, a: Tensor, b: Tensor): Tensor {
  const shape = broadcast(broadcast(condition.shape, a.shape, "where"), b.shape, "where");
  const out = allocate(sizeOf(shape));
  const at = (one: Tensor): Int32Array => offsets(shape, stretched(one.shape, shape));
  const [places, atA, atB] = [at(condition), at(a), at(b)];
  const first = places.map((place) => (condition.data[place] === 0 ? 0 : 1));
  const [to, x, y] = [out.array, a.data, b.data];
  for (let i = 0; i < to.length; i++)
    to[i] = (first[i] ? x[atA[i] as number] : y[atB[i] as number]) as number;
  const backward = (gradient: Storage): void => {
    for (const [one, at, chosen] of [
      [a, atA, 1],
      [b, atB, 0],
    ] as const) {
      if (!one.requiresGrad) continue;
      const sum = gradientOf(one);
      const slopes = gradient.array;
      for (let i = 0; i < slopes.length; i++) {
        if (first[i] !== chosen) continue;
        const to = at[i] as number;
        sum[to] = (sum[to] as number) + (slopes[i] as number);
      }
    }
  };
  return new Tensor(out, shape, { op: "where", inputs: [condition, a, b], backward });
}

/**
 * The parts of a tensor along a dimension: of `size` entries each (the last may be shorter), or of the sizes in a list.
 * @throws when the sizes do not add up to the dimension
 */
export function split(a: Tensor, size: number | readonly number[], dim = 0): Tensor[] {
  const { at, size: all } = around(a.shape, dim, "split");
  if (typeof size === "number" && !(Number.isInteger(size) && size > 0))
    throw new Error(`split: needs a whole size of at least 1, got ${size}`);
  const sizes =
    typeof size === "number"
      ? Array.from({ length: Math.ceil(all / size) }, (_, i) => Math.min(size, all - i * size))
      : size;
  if (sizes.reduce((sum, one) => sum + one, 0) !== all)
    throw new Error(
      `split: the sizes ${sizes.join(" + ")} do not add up to dimension ${at} of ${showShape(a.shape)}`,
    );
  let start = 0;
  return sizes.map((one) => {
    start += one;
    return slice(a, at, start - one, start);
  });
}

/**
 * A 1 at each index, else 0: [...indices' shape, classes].
 * @throws when an index is not one of the classes
 */
export function oneHot(
  indices: readonly number[],
  classes: number,
  shape: Shape = [indices.length],
): Tensor {
  const bad = indices.find((i) => !Number.isInteger(i) || i < 0 || i >= classes);
  if (bad !== undefined)
    throw new Error(`oneHot: ${bad} is not one of the classes 0 to ${classes - 1}`);
  const out = zeros(indices.length * classes);
  for (const [row, i] of indices.entries()) out.array[row * classes + i] = 1;
  return new Tensor(out, [...shape, classes], { op: "given", inputs: [] });
}

/** The k largest numbers of each row of the last dimension, largest first, and where they stand; of equal ones, the first. */
export interface TopK {
  /** [..., k] */
  values: Tensor;
  /** k places for each row, in the rows' order. */
  indices: number[][];
}

/**
 * The k largest numbers of each row, largest first, and where in the row they stand.
 * @throws when a row has not as many numbers
 */
export function topK(a: Tensor, k: number): TopK {
  const size = a.shape.at(-1) ?? 0;
  if (a.shape.length === 0 || !Number.isInteger(k) || k < 1 || k > size)
    throw new Error(
      `topK: needs k from 1 to ${size}, the last size of ${showShape(a.shape)}; got ${k}`,
    );
  const { data } = a;
  const indices = Array.from({ length: a.size / size }, (_, row) =>
    Array.from({ length: size }, (_, i) => i)
      .sort((i, j) => (data[row * size + j] ?? 0) - (data[row * size + i] ?? 0) || i - j)
      .slice(0, k),
  );
  const from = indices.flatMap((places, row) => places.map((i) => row * size + i));
  const out = allocate(from.length);
  const [to, x] = [out.array, a.data];
  for (const [i, place] of from.entries()) to[i] = x[place] ?? 0;
  const backward = (gradient: Storage): void => {
    const sum = gradientOf(a);
    const slopes = gradient.array;
    for (const [i, place] of from.entries()) sum[place] = (sum[place] ?? 0) + (slopes[i] ?? 0);
  };
  const shape = [...a.shape.slice(0, -1), k];
  const attributes = { indices };
  return {
    values: new Tensor(out, shape, { op: "topK", inputs: [a], backward, attributes }),
    indices,
  };
}
