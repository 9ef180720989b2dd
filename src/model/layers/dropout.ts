import { dropout } from "../operations/dropout.ts";
import type { Random } from "../random.ts";
import type { Tensor } from "../tensor.ts";
import { Module } from "./module.ts";

/** How numbers are dropped. */
export interface DropoutOptions {
  random: Random;
  /**
   * When numbers are scaled. "train", as practice does: what is kept is divided by 1 − p while training, and inference leaves all as it is. "inference",
   * as the idea was first told: training scales nothing, and inference multiplies all by 1 − p.
   */
  scale?: "train" | "inference";
}

/** Sets each number to 0 with probability p while training (Srivastava et al. 2014). */
export class Dropout extends Module {
  readonly p: number;
  readonly scale: "train" | "inference";
  readonly random: Random;

  /** @throws when p is not in [0, 1) */
  constructor(p: number, { random, scale = "train" }: DropoutOptions) {
    super();
    if (!(p >= 0 && p < 1)) throw new Error(`Dropout: p must be from 0 to below 1, got ${p}`);
    this.p = p;
    this.scale = scale;
    this.random = random;
  }

  /** Any shape. */
  forward(x: Tensor): Tensor {
    if (this.p === 0) return x;
    const late = this.scale === "inference";
    if (!this.training) return late ? x.mul(1 - this.p) : x;
    const dropped = dropout(x, this.p, this.random);
    return late ? dropped.mul(1 - this.p) : dropped;
  }
}
