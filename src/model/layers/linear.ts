import { uniform } from "../create.ts";
import type { Random } from "../random.ts";
import type { Tensor } from "../tensor.ts";

/** y = x·Wᵀ + b, as PyTorch's: rows of `weight` are the outputs' weights. */
export class Linear {
  /** [outFeatures, inFeatures] */
  readonly weight: Tensor;
  /** [outFeatures] */
  readonly bias: Tensor | undefined;

  constructor(
    inFeatures: number,
    outFeatures: number,
    { bias = true, random }: { bias?: boolean; random: Random },
  ) {
    // PyTorch's default: uniform within ±1/√inFeatures.
    const bound = 1 / Math.sqrt(inFeatures);
    this.weight = uniform([outFeatures, inFeatures], bound, random).named("weight").requireGrad();
    this.bias = bias
      ? uniform([outFeatures], bound, random).named("bias").requireGrad()
      : undefined;
  }

  /** [..., inFeatures] → [..., outFeatures] */
  forward(x: Tensor): Tensor {
    const y = x.matmul(this.weight.transpose());
    return this.bias ? y.add(this.bias) : y;
  }

  parameters(): Tensor[] {
    return this.bias ? [this.weight, this.bias] : [this.weight];
  }
}
