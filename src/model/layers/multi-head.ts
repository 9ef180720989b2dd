import { attention, qkvAttention } from "../operations/attention.ts";
import { concat } from "../operations/concat.ts";
import { rotary } from "../operations/rotary.ts";
import type { Random } from "../random.ts";
import type { Tensor } from "../tensor.ts";
import type { LayerCache } from "./cache.ts";
import { Linear } from "./linear.ts";
import { Module } from "./module.ts";

/** How many heads there are, and what they see. */
export interface MultiHeadOptions {
  heads: number;
  random: Random;
  /** Hides later moments from earlier ones. */
  causal?: boolean;
  bias?: boolean;
  /** Turns queries and keys by their positions. */
  rotary?: boolean;
  /** "average": all weights alike, whatever the words are. */
  weights?: "learned" | "average";
}

/** What a forward pass may be given besides its input. */
export interface AttendingOptions {
  /** Keys and values of the moments before, which this pass adds its own to. */
  cache?: LayerCache | undefined;
  /** Called with the weights, [batch, heads, time, others]. */
  onWeights?: ((weights: Tensor) => void) | undefined;
}

/**
 * Self-attention with several heads (Vaswani et al. 2017, section 3.2.2). Queries, keys and values of all heads come from one matrix; each head
 * has its share of the channels, side by side; the outputs pass through one more matrix.
 */
export class MultiHeadAttention extends Module {
  /** [3·channels, channels]: rows for queries, then keys, then values; of each, head after head. */
  readonly qkv: Linear;
  readonly projection: Linear;
  readonly heads: number;
  readonly causal: boolean;
  readonly rotary: boolean;
  readonly weights: "learned" | "average";

  /** @throws when the channels do not divide by the heads */
  constructor(channels: number, options: MultiHeadOptions) {
    super();
    const { heads, random, bias = true } = options;
    if (!Number.isInteger(channels / heads))
      throw new Error(`MultiHeadAttention: ${channels} channels do not divide into ${heads} heads`);
    this.qkv = new Linear(channels, 3 * channels, { bias, random });
    this.projection = new Linear(channels, channels, { bias, random });
    this.heads = heads;
    this.causal = options.causal ?? false;
    this.rotary = options.rotary ?? false;
    this.weights = options.weights ?? "learned";
  }

  /** [batch, time, channels] → [batch, time, channels] */
  forward(x: Tensor, { cache, onWeights }: AttendingOptions = {}): Tensor {
    const { heads, causal } = this;
    const scale = this.weights === "average" ? 0 : undefined;
    const told = { heads, causal, scale, onWeights };
    const qkv = this.qkv.forward(x);
    if (!cache && !this.rotary) return this.projection.forward(qkvAttention(qkv, told));
    let [q, k, v] = qkv.split((qkv.shape[2] ?? 0) / 3, 2) as [Tensor, Tensor, Tensor];
    if (this.rotary) {
      const start = cache?.length ?? 0;
      [q, k] = [rotary(q, heads, start), rotary(k, heads, start)];
    }
    const all = cache?.append(k, v) ?? { keys: k, values: v };
    return this.projection.forward(attention(q, all.keys, all.values, told));
  }
}

/**
 * Several heads as they are often drawn: queries, keys and values that all heads share, and for each head a linear map of its own of each. Two linear
 * maps in a row are one: so this is the same function as separate matrices per head (`MultiHeadAttention`), with other parameters.
 */
export class SharedHeadAttention extends Module {
  readonly query: Linear;
  readonly key: Linear;
  readonly value: Linear;
  /** For each head, its maps of the shared queries, keys and values. */
  readonly queries: Linear[];
  readonly keys: Linear[];
  readonly values: Linear[];
  readonly projection: Linear;
  readonly heads: number;
  readonly causal: boolean;

  constructor(channels: number, { heads, random, causal = false }: MultiHeadOptions) {
    super();
    const size = channels / heads;
    if (!Number.isInteger(size))
      throw new Error(
        `SharedHeadAttention: ${channels} channels do not divide into ${heads} heads`,
      );
    const shared = () => new Linear(channels, channels, { bias: false, random });
    const own = () =>
      Array.from({ length: heads }, () => new Linear(channels, size, { bias: false, random }));
    [this.query, this.key, this.value] = [shared(), shared(), shared()];
    [this.queries, this.keys, this.values] = [own(), own(), own()];
    this.projection = new Linear(channels, channels, { random });
    this.heads = heads;
    this.causal = causal;
  }

  /** [batch, time, channels] → [batch, time, channels] */
  forward(x: Tensor): Tensor {
    const { heads, causal } = this;
    const part = (shared: Linear, own: readonly Linear[]): Tensor => {
      const all = shared.forward(x);
      return concat(
        own.map((map) => map.forward(all)),
        2,
      );
    };
    const [q, k] = [part(this.query, this.queries), part(this.key, this.keys)];
    const v = part(this.value, this.values);
    return this.projection.forward(attention(q, k, v, { heads, causal }));
  }
}
