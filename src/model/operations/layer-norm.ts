import { gradientInto } from "../autograd.ts";
import { kernels } from "../kernels/index.ts";
import { allocate, zeros } from "../kernels/memory.ts";
import { showShape } from "../shape.ts";
import { Tensor } from "../tensor.ts";

/**
 * (x − mean)/√(variance + eps)·weight + bias over the last dimension (Ba, Kiros and Hinton 2016, "Layer normalization").
 * @param x [..., channels]
 * @param weight [channels], and bias: what each channel is scaled by, and what is added
 * @param eps keeps a row of equal numbers from a division by zero
 * @returns [..., channels]
 * @throws when weight or bias have not a number for each channel
 */
export function layerNorm(x: Tensor, weight: Tensor, bias: Tensor, eps = 1e-5): Tensor {
  const channels = x.shape.at(-1) ?? 0;
  for (const one of [weight, bias]) {
    if (one.shape.length !== 1 || one.shape[0] !== channels)
      throw new Error(
        `layerNorm: needs a weight and a bias for each of the ${channels} channels of ${showShape(x.shape)}, got ${showShape(one.shape)}`,
      );
  }
  const rows = x.size / channels;
  const [out, means, inverses] = [allocate(x.size), allocate(rows), allocate(rows)];
  kernels().layerNorm(out, means, inverses, x.storage, weight.storage, bias.storage, eps);
  return new Tensor(out, x.shape, {
    op: "layerNorm",
    inputs: [x, weight, bias],
    attributes: { eps },
    backward: (gradient) => {
      const { into, add } = x.requiresGrad
        ? gradientInto(x)
        : { into: allocate(x.size), add: false };
      const [dweight, dbias] = [weight, bias].map((one) => {
        if (!one.requiresGrad) return zeros(channels);
        const sum = gradientInto(one);
        if (!sum.add) sum.into.array.fill(0);
        return sum.into;
      });
      if (!dweight || !dbias) return;
      kernels().layerNormBackward(
        ...([into, dweight, dbias, gradient, x.storage, means, inverses] as const),
        ...([weight.storage, add] as const),
      );
    },
  });
}
