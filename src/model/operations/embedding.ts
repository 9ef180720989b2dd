import { gradientOf } from "../autograd.ts";
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
  const [to, table] = [out.array, weight.data];
  let at = 0;
  for (const i of indices) {
    to.set(table.subarray(i * channels, (i + 1) * channels), at);
    at += channels;
  }
  return new Tensor(out, [...shape, channels], {
    op: "embedding",
    inputs: [weight],
    attributes: { indices: [...indices] },
    backward: (gradient) => {
      const sum = gradientOf(weight);
      const slopes = gradient.array;
      let from = 0;
      for (const i of indices) {
        const row = i * channels;
        for (let j = 0; j < channels; j++)
          sum[row + j] = (sum[row + j] as number) + (slopes[from++] as number);
      }
    },
  });
}
