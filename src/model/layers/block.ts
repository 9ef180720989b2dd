import type { Random } from "../random.ts";
import type { Tensor } from "../tensor.ts";
import { Dropout } from "./dropout.ts";
import { FeedForward } from "./feed-forward.ts";
import { LayerNorm } from "./layer-norm.ts";
import { Module } from "./module.ts";
import { type AttendingOptions, MultiHeadAttention } from "./multi-head.ts";

/** What a block is made of; all but heads and randomness as in GPT-2 when left out. */
export interface BlockOptions {
  heads: number;
  random: Random;
  causal?: boolean;
  bias?: boolean;
  dropout?: number;
  activation?: "gelu" | "relu";
  /** Before each part, as GPT-2; after it, as the first transformer; or nowhere. */
  norm?: "pre" | "post" | "none";
  /** y = x + part(x), or y = part(x). */
  residual?: boolean;
  rotary?: boolean;
  /** "average" hears all words alike; "none" leaves attention out, so that each moment knows itself alone. */
  attention?: "learned" | "average" | "none";
  eps?: number;
}

/** A transformer's block: attention, where moments hear each other, then a feed-forward network for each moment alone. */
export class Block extends Module {
  readonly norm1: LayerNorm | undefined;
  readonly attention: MultiHeadAttention | undefined;
  readonly norm2: LayerNorm | undefined;
  readonly feedForward: FeedForward;
  readonly dropout: Dropout;
  readonly norm: "pre" | "post" | "none";
  readonly residual: boolean;

  constructor(channels: number, options: BlockOptions) {
    super();
    const { heads, random, causal = false, bias = true, eps } = options;
    const { norm = "pre", residual = true, attention = "learned" } = options;
    const normal = () => (norm === "none" ? undefined : new LayerNorm(channels, { bias, eps }));
    const hears = attention !== "none";
    this.norm1 = hears ? normal() : undefined;
    this.attention = hears
      ? new MultiHeadAttention(channels, {
          ...{ heads, random, causal, bias, rotary: options.rotary, weights: attention },
        })
      : undefined;
    this.norm2 = normal();
    this.feedForward = new FeedForward(channels, { random, bias, activation: options.activation });
    this.dropout = new Dropout(options.dropout ?? 0, { random });
    this.norm = norm;
    this.residual = residual;
  }

  /** [batch, time, channels] → [batch, time, channels] */
  forward(x: Tensor, options?: AttendingOptions): Tensor {
    const { attention, feedForward } = this;
    const heard = attention
      ? this.#around(x, this.norm1, (one) => attention.forward(one, options))
      : x;
    return this.#around(heard, this.norm2, (one) => feedForward.forward(one));
  }

  #around(x: Tensor, norm: LayerNorm | undefined, part: (x: Tensor) => Tensor): Tensor {
    const before = this.norm === "pre" && norm ? norm.forward(x) : x;
    const out = this.dropout.forward(part(before));
    const sum = this.residual ? x.add(out) : out;
    return this.norm === "post" && norm ? norm.forward(sum) : sum;
  }
}
