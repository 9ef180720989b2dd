import { gradientOf } from "../autograd.ts";
import { allocate } from "../kernels/memory.ts";
import type { Storage } from "../kernels/storage.ts";
import { dimension, showShape, sizeOf } from "../shape.ts";
import { Tensor } from "../tensor.ts";
import { reshape } from "./move.ts";

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
  const out = allocate(sizeOf(shape));
  const data = out.array;
  const starts = sizes.map(
    (_, i) => sizes.slice(0, i).reduce((sum, each) => sum + each, 0) * inner,
  );
  for (const [t, one] of tensors.entries()) {
    const part = (sizes[t] ?? 0) * inner;
    for (let o = 0; o < outer; o++)
      data.set(one.data.subarray(o * part, (o + 1) * part), o * width + (starts[t] ?? 0));
  }
  const backward = (gradient: Storage): void => {
    for (const [t, one] of tensors.entries()) {
      if (!one.requiresGrad) continue;
      const part = (sizes[t] ?? 0) * inner;
      const to = gradientOf(one);
      const slopes = gradient.array;
      for (let j = 0; j < to.length; j++) {
        const from = Math.floor(j / part) * width + (starts[t] ?? 0) + (j % part);
        to[j] = (to[j] ?? 0) + (slopes[from] ?? 0);
      }
    }
  };
  return new Tensor(out, shape, {
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
