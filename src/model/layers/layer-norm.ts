import { ones, zeros } from "../create.ts";
import { layerNorm } from "../operations/layer-norm.ts";
import type { Tensor } from "../tensor.ts";
import { Module } from "./module.ts";

/** Layer normalization (Ba, Kiros and Hinton 2016): each vector gets mean 0 and variance 1, then a trained scale and shift for each channel. */
export class LayerNorm extends Module {
  /** [channels], ones at first */
  readonly weight: Tensor;
  /** [channels], zeros at first; not trained when `bias` is off */
  readonly bias: Tensor;
  readonly eps: number;

  constructor(
    channels: number,
    { bias = true, eps = 1e-5 }: { bias?: boolean; eps?: number } = {},
  ) {
    super();
    this.weight = ones([channels]).named("scale").requireGrad();
    this.bias = zeros([channels]).named("shift");
    if (bias) this.bias.requireGrad();
    this.eps = eps;
  }

  /** [..., channels] → [..., channels] */
  forward(x: Tensor): Tensor {
    return layerNorm(x, this.weight, this.bias, this.eps);
  }
}
