import { causalMask, uniform } from "../create.ts";
import type { Random } from "../random.ts";
import { showShape } from "../shape.ts";
import type { Tensor } from "../tensor.ts";
import { Module } from "./module.ts";

/** How long vectors are, and which words see which. */
export interface AttentionOptions {
  /** How long the vectors are that come in. */
  inputs: number;
  /** How long keys and queries are. */
  keys: number;
  /** How long the vectors are that go out: the rows of Wv. */
  outputs: number;
  /** Hide later words from earlier ones. */
  causal?: boolean;
  /** Divide scores by √keys, as practice does. */
  scale?: boolean;
  random: Random;
}

/** All that attention computes on the way, each [..., time, …]. */
export interface Attended {
  queries: Tensor;
  keys: Tensor;
  values: Tensor;
  /** [..., queries, keys]; −∞ where hidden. */
  scores: Tensor;
  /** Rows that add up to 1. */
  weights: Tensor;
  output: Tensor;
}

/**
 * Scaled dot-product attention with the query from one sentence, and keys and values from another
 * (Vaswani et al. 2017, "Attention is all you need", section 3.2.1): softmax(Q·Kᵀ/√d)·V.
 */
export class CrossAttention extends Module {
  /** [keys, inputs]: q = Wq·x */
  readonly wq: Tensor;
  /** [keys, inputs]: k = Wk·x */
  readonly wk: Tensor;
  /** [outputs, inputs]: v = Wv·x */
  readonly wv: Tensor;
  readonly causal: boolean;
  readonly scale: boolean;

  constructor({ inputs, keys, outputs, causal = false, scale = true, random }: AttentionOptions) {
    super();
    const bound = 1 / Math.sqrt(inputs);
    this.wq = uniform([keys, inputs], bound, random).named("Wq").requireGrad();
    this.wk = uniform([keys, inputs], bound, random).named("Wk").requireGrad();
    this.wv = uniform([outputs, inputs], bound, random).named("Wv").requireGrad();
    this.causal = causal;
    this.scale = scale;
  }

  /**
   * @param x who asks: [..., time, inputs]
   * @param context who is asked: [..., others, inputs]
   * @param mask not 0 where hidden, such as padding: stretches to [..., time, others]
   */
  attend(x: Tensor, context: Tensor, mask?: Tensor): Attended {
    const inputs = this.wq.shape[1];
    for (const one of [x, context]) {
      if (one.shape.length < 2 || one.shape.at(-1) !== inputs)
        throw new Error(
          `attention: needs vectors of length ${inputs}, [..., time, ${inputs}], got ${showShape(one.shape)}`,
        );
    }
    const queries = x.matmul(this.wq.transpose()).named("q");
    const keys = context.matmul(this.wk.transpose()).named("k");
    const values = context.matmul(this.wv.transpose()).named("v");
    let scores = queries.matmul(keys.transpose());
    if (this.scale) scores = scores.div(Math.sqrt(this.wq.shape[0] ?? 1));
    const hide = Number.NEGATIVE_INFINITY;
    if (this.causal) scores = scores.maskedFill(causalMask(x.shape.at(-2) ?? 0), hide);
    if (mask) scores = scores.maskedFill(mask, hide);
    scores.named("scores");
    const weights = scores.softmax().named("weights");
    const output = weights.matmul(values).named("output");
    return { queries, keys, values, scores, weights, output };
  }

  /** [..., time, inputs] asks [..., others, inputs] → [..., time, outputs] */
  forward(x: Tensor, context: Tensor, mask?: Tensor): Tensor {
    return this.attend(x, context, mask).output;
  }
}

/** Attention of a sentence to itself. */
export class SelfAttention extends Module {
  readonly #attention: CrossAttention;
  /** [keys, inputs]: q = Wq·x */
  readonly wq: Tensor;
  /** [keys, inputs]: k = Wk·x */
  readonly wk: Tensor;
  /** [outputs, inputs]: v = Wv·x */
  readonly wv: Tensor;

  constructor(options: AttentionOptions) {
    super();
    this.#attention = new CrossAttention(options);
    // Fields of its own: what a module is made of is found in its fields.
    ({ wq: this.wq, wk: this.wk, wv: this.wv } = this.#attention);
  }

  /**
   * @param x [..., time, inputs]
   * @param mask not 0 where hidden, such as padding: stretches to [..., time, time]
   */
  attend(x: Tensor, mask?: Tensor): Attended {
    return this.#attention.attend(x, x, mask);
  }

  /** [..., time, inputs] → [..., time, outputs] */
  forward(x: Tensor, mask?: Tensor): Tensor {
    return this.attend(x, mask).output;
  }
}
