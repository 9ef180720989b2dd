import { gradientOf } from "../autograd.ts";
import { allocate } from "../kernels/memory.ts";
import type { Storage } from "../kernels/storage.ts";
import { broadcast, offsets, sameShape, showShape, stretched } from "../shape.ts";
import { Tensor } from "../tensor.ts";

/** `value` wherever `mask`, of a shape that stretches to that of `a`, is not 0. No gradient flows through what is hidden. */
export function maskedFill(a: Tensor, mask: Tensor, value: number): Tensor {
  const shape = broadcast(a.shape, mask.shape, "maskedFill");
  if (!sameShape(shape, a.shape))
    throw new Error(
      `maskedFill: the mask ${showShape(mask.shape)} is larger than ${showShape(a.shape)}`,
    );
  const at = offsets(shape, stretched(mask.shape, shape));
  const hidden = (i: number): boolean => mask.data[at[i] ?? 0] !== 0;
  const out = allocate(a.size);
  const [data, from] = [out.array, a.data];
  for (let i = 0; i < data.length; i++) data[i] = hidden(i) ? value : (from[i] ?? 0);
  const backward = (gradient: Storage): void => {
    const to = gradientOf(a);
    const slopes = gradient.array;
    for (let i = 0; i < to.length; i++) if (!hidden(i)) to[i] = (to[i] ?? 0) + (slopes[i] ?? 0);
  };
  return new Tensor(out, a.shape, {
    op: "maskedFill",
    inputs: [a, mask],
    backward,
    attributes: { value },
  });
}
