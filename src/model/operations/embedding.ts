import { gradientInto } from "../autograd.ts";
import { kernels } from "../kernels/index.ts";
import { allocate } from "../kernels/memory.ts";
import { type Shape, showShape, sizeOf } from "../shape.ts";
import { Tensor } from "../tensor.ts";

/**
 * The rows of a table that indices name.
 * @param weight [symbols, channels]: a row for each symbol
 * @param indices whole numbers, as many as `shape` has places
 * @returns [...shape, channels]
 * @throws when an index names no row
 */
export function embedding(
  weight: Tensor,
  indices: readonly number[],
  shape: Shape = [indices.length],
): Tensor {
  const [symbols = 0, channels = 0] = weight.shape;
  if (weight.shape.length !== 2)
    throw new Error(`embedding: needs a table [symbols, channels], got ${showShape(weight.shape)}`);
  if (sizeOf(shape) !== indices.length)
    throw new Error(
      `embedding: ${indices.length} indices do not fill the places of ${showShape(shape)}`,
    );
  const bad = indices.find((i) => !Number.isInteger(i) || i < 0 || i >= symbols);
  if (bad !== undefined)
    throw new Error(
      `embedding: there is no row ${bad} in ${showShape(weight.shape)}: rows are 0 to ${symbols - 1}`,
    );
  const out = allocate(indices.length * channels);
  const places = allocate(indices.length);
  places.integers.set(indices);
  kernels().gather(out, weight.storage, places, channels);
  return new Tensor(out, [...shape, channels], {
    op: "embedding",
    inputs: [weight],
    attributes: { indices: [...indices] },
    backward: (gradient) => {
      const { into, add } = gradientInto(weight);
      if (!add) into.array.fill(0);
      kernels().scatter(into, gradient, places, channels);
    },
  });
}
