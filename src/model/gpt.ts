import { noGrad } from "./autograd.ts";
import { Block, type BlockOptions } from "./layers/block.ts";
import { LayerCache } from "./layers/cache.ts";
import { Dropout } from "./layers/dropout.ts";
import { Embedding } from "./layers/embedding.ts";
import { LayerNorm } from "./layers/layer-norm.ts";
import { Linear } from "./layers/linear.ts";
import { Module } from "./layers/module.ts";
import { PositionEmbedding, sinusoidal } from "./layers/positions.ts";
import { crossEntropy } from "./operations/loss.ts";
import { linear } from "./operations/matmul.ts";
import type { Random } from "./random.ts";
import { Tensor } from "./tensor.ts";

/** A GPT's sizes, and which of its pieces it has. What is left out is as in GPT-2. */
export interface GPTConfig {
  /** How many tokens there are. */
  vocabulary: number;
  /** How many tokens it sees at once, at most. */
  context: number;
  layers: number;
  heads: number;
  channels: number;
  /** The probability that a number is dropped while training; 0 at first. */
  dropout?: number;
  /** Biases in linear layers and normalizations. */
  bias?: boolean;
  /** The last layer has the weights of the token embedding. */
  tied?: boolean;
  activation?: "gelu" | "relu";
  /** Normalization before each part of a block, after it, or none. */
  norm?: "pre" | "post" | "none";
  /** The way around each part of a block. */
  residual?: boolean;
  /** "average" hears all earlier tokens alike, "none" hears nothing but the last. */
  attention?: "learned" | "average" | "none";
  /** "learned": a table as long as the context. The others know no end, though they were not trained beyond it. */
  positions?: "learned" | "sinusoidal" | "rotary" | "none";
  /** False keeps the token and position embeddings as they were drawn; the last layer then has weights of its own. */
  trainEmbeddings?: boolean;
  eps?: number;
}

/** GPT-2's four sizes (Radford et al. 2019, table 2). */
export const gpt2Sizes = {
  "124M": { layers: 12, heads: 12, channels: 768 },
  "355M": { layers: 24, heads: 16, channels: 1024 },
  "774M": { layers: 36, heads: 20, channels: 1280 },
  "1558M": { layers: 48, heads: 25, channels: 1600 },
} as const;

/** The configuration of one of GPT-2's sizes. */
export const gpt2Config = (size: keyof typeof gpt2Sizes): GPTConfig => ({
  ...{ vocabulary: 50_257, context: 1024 },
  ...gpt2Sizes[size],
});

/**
 * A language model with GPT-2's architecture (Radford et al. 2019): token and position embeddings, blocks of attention and feed-forward networks, a
 * normalization, and a score for each token that might come next.
 */
export class GPT extends Module {
  readonly config: Readonly<GPTConfig>;
  readonly tokens: Embedding;
  readonly positions: PositionEmbedding | undefined;
  readonly dropout: Dropout;
  readonly blocks: Block[];
  readonly norm: LayerNorm | undefined;
  /** Absent when its weights are those of `tokens`. */
  readonly head: Linear | undefined;

  /**
   * Weights are drawn as GPT-2's: from the normal distribution with deviation 0.02, those that lead back into the residual stream smaller by
   * √(2·layers); biases are 0. They are drawn in the order of `namedParameters`.
   * @throws when a size is no whole number, the channels do not divide by the heads, or an option is unknown
   */
  constructor({ random, ...config }: GPTConfig & { random: Random }) {
    super();
    check(config);
    const { vocabulary, context, layers, channels, bias = true, norm = "pre", eps } = config;
    const { positions = "learned", trainEmbeddings = true } = config;
    this.config = config;
    this.tokens = new Embedding(vocabulary, channels, { random });
    this.positions =
      positions === "learned" ? new PositionEmbedding(context, channels, { random }) : undefined;
    this.dropout = new Dropout(config.dropout ?? 0, { random });
    const block: BlockOptions = {
      ...{ heads: config.heads, random, causal: true, bias, norm, eps, dropout: config.dropout },
      ...{ activation: config.activation, residual: config.residual, attention: config.attention },
      rotary: positions === "rotary",
    };
    this.blocks = Array.from({ length: layers }, () => new Block(channels, block));
    this.norm = norm === "pre" ? new LayerNorm(channels, { bias, eps }) : undefined;
    this.head =
      (config.tied ?? true) && trainEmbeddings
        ? undefined
        : new Linear(channels, vocabulary, { bias: false, random });
    this.#draw(random);
    if (!trainEmbeddings)
      for (const table of [this.tokens, this.positions])
        if (table) table.weight.requiresGrad = false;
  }

  #draw(random: Random): void {
    const narrow = 0.02 / Math.sqrt(2 * this.config.layers);
    for (const [name, { data, shape }] of this.namedParameters()) {
      const back = name.endsWith("projection.weight") || name.endsWith("contract.weight");
      if (shape.length > 1)
        for (let i = 0; i < data.length; i++) data[i] = (back ? narrow : 0.02) * random.normal();
      else if (name.endsWith("bias")) data.fill(0);
    }
  }

  /**
   * Scores of each token of the vocabulary to be the next, after each beginning of each text.
   * @param tokens [batch, time]: texts of one length
   * @param options.cache of one text: what it holds stands before `tokens`, and takes them in
   * @returns [batch, time, vocabulary]
   * @throws when a text is longer than the context, or a token unknown
   */
  forward(
    tokens: readonly (readonly number[])[],
    {
      cache,
      onWeights,
    }: { cache?: Cache; onWeights?: (weights: Tensor, layer: number) => void } = {},
  ): Tensor {
    const start = cache?.length ?? 0;
    const time = tokens[0]?.length ?? 0;
    if (time === 0) throw new Error("GPT: needs at least one token");
    if (this.positions && start + time > this.config.context)
      throw new Error(
        `GPT: the text has ${start + time} tokens, and the context is ${this.config.context}`,
      );
    let x = this.#placed(this.tokens.forward(tokens), start);
    for (const [i, block] of this.blocks.entries()) {
      const told = onWeights && ((weights: Tensor) => onWeights(weights, i));
      x = block.forward(x, { cache: cache?.layers[i], onWeights: told });
    }
    const last = this.norm?.forward(x) ?? x;
    return this.head ? this.head.forward(last) : linear(last, this.tokens.weight);
  }

  #placed(x: Tensor, start: number): Tensor {
    const [, time = 0, channels = 0] = x.shape;
    // Drawn at 0.02, words would drown in waves of height 1.
    if (this.config.positions === "sinusoidal")
      x = x.add(sinusoidal(time, channels, start).mul(0.02));
    return this.dropout.forward(this.positions?.forward(x, start) ?? x);
  }

  /**
   * How surprised the model is, on average over all places, by the tokens that come: cross-entropy in nats.
   * @param inputs [batch, time], and targets: for each place the token that comes next
   */
  loss(inputs: readonly (readonly number[])[], targets: readonly (readonly number[])[]): Tensor {
    const logits = this.forward(inputs);
    return crossEntropy(logits.reshape([-1, this.config.vocabulary]), targets.flat());
  }

  /** Room for the keys and values of one text, so that generating a token costs one moment and not all. */
  cache(): Cache {
    return new Cache(this.config);
  }

  /** The weights of attention for one text, a tensor for each layer: [heads, time, time], rows that add up to 1. */
  attentions(tokens: readonly number[]): Tensor[] {
    const all: Tensor[] = [];
    noGrad(() =>
      this.forward([tokens], {
        onWeights: (weights) => {
          all.push(new Tensor(weights.data.slice(), weights.shape.slice(1)));
        },
      }),
    );
    return all;
  }
}

/** Keys and values of one text in all layers. */
export class Cache {
  /** @internal */
  readonly layers: LayerCache[];

  constructor({ layers, context, channels }: Pick<GPTConfig, "layers" | "context" | "channels">) {
    this.layers = Array.from({ length: layers }, () => new LayerCache(context, channels));
  }

  /** How many tokens it holds. */
  get length(): number {
    return this.layers[0]?.length ?? 0;
  }

  /** Forgets all tokens from `length` on. */
  cut(length: number): void {
    for (const layer of this.layers) layer.cut(length);
  }
}

/** How many parameters a GPT of a configuration has, without making it. */
export function countParameters(config: GPTConfig): number {
  const { vocabulary, context, layers, channels, bias = true, norm = "pre" } = config;
  const { attention = "learned", positions = "learned", trainEmbeddings = true } = config;
  const plus = (matrix: number, outs: number): number => matrix + (bias ? outs : 0);
  const normal = norm === "none" ? 0 : 2 * channels;
  const square = channels * channels;
  const hearing =
    attention === "none" ? 0 : plus(3 * square, 3 * channels) + plus(square, channels) + normal;
  const network = plus(4 * square, 4 * channels) + plus(4 * square, channels) + normal;
  const tied = (config.tied ?? true) && trainEmbeddings;
  const table = vocabulary * channels;
  return (
    table * (tied ? 1 : 2) +
    (positions === "learned" ? context * channels : 0) +
    layers * (hearing + network) +
    (norm === "pre" ? 2 * channels : 0)
  );
}

/** What each option may be: those who write JavaScript hear of a slip too. */
const options = {
  activation: ["gelu", "relu"],
  norm: ["pre", "post", "none"],
  attention: ["learned", "average", "none"],
  positions: ["learned", "sinusoidal", "rotary", "none"],
} as const;

function check(config: GPTConfig): void {
  for (const name of ["vocabulary", "context", "layers", "heads", "channels"] as const)
    if (!(Number.isInteger(config[name]) && config[name] >= 1))
      throw new Error(`GPT: ${name} must be a whole number of at least 1, got ${config[name]}`);
  const { channels, heads } = config;
  if (channels % heads !== 0)
    throw new Error(`GPT: ${channels} channels do not divide into ${heads} heads`);
  if (config.positions === "rotary" && (channels / heads) % 2 !== 0)
    throw new Error(
      `GPT: rotary positions turn pairs: a head needs an even number of channels, got ${channels / heads}`,
    );
  for (const [name, known] of Object.entries(options)) {
    const given = config[name as keyof typeof options];
    if (given === undefined || (known as readonly string[]).includes(given)) continue;
    const all = known.map((one) => `"${one}"`);
    const either = `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
    throw new Error(`GPT: ${name} must be ${either}, got "${given}"`);
  }
}
