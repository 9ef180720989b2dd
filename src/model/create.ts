import type { Random } from "./random.ts";
import { type Shape, showShape, sizeOf } from "./shape.ts";
import { type Nested, Tensor } from "./tensor.ts";

/** A tensor of given numbers, such as `tensor([[1, 2], [3, 4]])`. Throws when lists of a level differ in length. */
export function tensor(numbers: Nested): Tensor {
  const shape: number[] = [];
  for (let level = numbers; Array.isArray(level); level = (level as readonly Nested[])[0] ?? 0)
    shape.push(level.length);
  const data = new Float32Array(sizeOf(shape));
  let filled = 0;
  const fill = (level: Nested, dim: number): void => {
    if (typeof level === "number") {
      if (dim !== shape.length) throw ragged(shape, dim);
      data[filled++] = level;
    } else {
      if (level.length !== shape[dim]) throw ragged(shape, dim);
      for (const one of level) fill(one, dim + 1);
    }
  };
  fill(numbers, 0);
  return new Tensor(data, shape, { op: "given", inputs: [] });
}

const ragged = (shape: Shape, dim: number): Error =>
  new Error(
    `tensor: lists of a level must be as long as each other; at level ${dim} one differs from ${showShape(shape)}`,
  );

/** A tensor of one value throughout. */
export const full = (shape: Shape, value: number): Tensor =>
  new Tensor(new Float32Array(sizeOf(shape)).fill(value), shape, { op: "given", inputs: [] });

/** A tensor of zeros. */
export const zeros = (shape: Shape): Tensor => full(shape, 0);
/** A tensor of ones. */
export const ones = (shape: Shape): Tensor => full(shape, 1);

/** Numbers from the normal distribution with mean 0 and standard deviation 1. */
export const randn = (shape: Shape, random: Random): Tensor =>
  new Tensor(
    Float32Array.from({ length: sizeOf(shape) }, () => random.normal()),
    shape,
    { op: "random", inputs: [] },
  );

/** Numbers between −bound and bound, all equally likely. */
export const uniform = (shape: Shape, bound: number, random: Random): Tensor =>
  new Tensor(
    Float32Array.from({ length: sizeOf(shape) }, () => bound * (2 * random.uniform() - 1)),
    shape,
    { op: "random", inputs: [] },
  );

/** 0, 1, 2, … n − 1. */
export const arange = (n: number): Tensor =>
  new Tensor(
    Float32Array.from({ length: n }, (_, i) => i),
    [n],
    { op: "given", inputs: [] },
  );

/** The identity: 1 on the diagonal, else 0, [n, n]. */
export const eye = (n: number): Tensor => square(n, (i, j) => (i === j ? 1 : 0));

/** 1 where a word would look at a later one, else 0, [n, n]: what `maskedFill` hides. */
export const causalMask = (n: number): Tensor => square(n, (i, j) => (j > i ? 1 : 0)).named("mask");

const square = (n: number, f: (i: number, j: number) => number): Tensor =>
  new Tensor(
    Float32Array.from({ length: n * n }, (_, at) => f(Math.floor(at / n), at % n)),
    [n, n],
    { op: "given", inputs: [] },
  );
