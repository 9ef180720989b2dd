import { uniform } from "../create.ts";
import { linear } from "../operations/matmul.ts";
import type { Random } from "../random.ts";
import type { Tensor } from "../tensor.ts";
import { Module } from "./module.ts";

/** y = x·Wᵀ + b, as PyTorch's: rows of `weight` are the outputs' weights. */
export class Linear extends Module {
  /** [outFeatures, inFeatures] */
  readonly weight: Tensor;
  /** [outFeatures] */
  readonly bias: Tensor | undefined;

  constructor(
    inFeatures: number,
    outFeatures: number,
    { bias = true, random }: { bias?: boolean; random: Random },
  ) {
    super();
    // PyTorch's default: uniform within ±1/√inFeatures.
    const bound = 1 / Math.sqrt(inFeatures);
    this.weight = uniform([outFeatures, inFeatures], bound, random).named("weight").requireGrad();
    this.bias = bias
      ? uniform([outFeatures], bound, random).named("bias").requireGrad()
      : undefined;
  }

  /** [..., inFeatures] → [..., outFeatures] */
  forward(x: Tensor): Tensor {
    return linear(x, this.weight, this.bias);
  }
}
