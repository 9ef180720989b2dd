import type { GPTConfig } from "../gpt.ts";
import { quote } from "./header.ts";

/** Where Hugging Face's `config.json` and GPTConfig tell the same. */
const sizes = {
  vocabulary: "vocab_size",
  context: "n_positions",
  layers: "n_layer",
  heads: "n_head",
  channels: "n_embd",
} as const;

/** What must be so, where it is told at all; the rest of a config changes no score of a model that is not trained on. */
const fixed: Readonly<Record<string, readonly unknown[]>> = {
  model_type: ["gpt2"],
  activation_function: ["gelu_new", "gelu_pytorch_tanh", "relu"],
  scale_attn_weights: [true],
  scale_attn_by_inverse_layer_idx: [false],
  add_cross_attention: [false],
};

/**
 * The configuration of a GPT from the text of a GPT-2's `config.json`, as Hugging Face's transformers write it.
 * @throws when it is of another kind of model, naming the field
 */
export function readGPT2Config(json: string): GPTConfig {
  const wrong = (what: string): Error => new Error(`readGPT2Config: ${what}`);
  let config: Record<string, unknown>;
  try {
    config = JSON.parse(json);
  } catch {
    throw wrong("config.json is not JSON");
  }
  if (typeof config !== "object" || config === null || Array.isArray(config))
    throw wrong("config.json is no JSON object");
  const size = (name: string): number => {
    const value = config[name];
    if (typeof value === "number" && Number.isInteger(value) && value >= 1) return value;
    throw wrong(`${name} must be a whole number of at least 1, got ${quote(value)}`);
  };
  const found = Object.fromEntries(
    Object.entries(sizes).map(([ours, theirs]) => [ours, size(theirs)]),
  ) as unknown as Pick<GPTConfig, keyof typeof sizes>;
  for (const [name, known] of Object.entries(fixed))
    if (config[name] !== undefined && !known.includes(config[name]))
      throw wrong(
        `${name} is ${quote(config[name])}; models with ${known.map(quote).join(" or ")} can be read`,
      );
  const inner = config["n_inner"] ?? 4 * found.channels;
  if (inner !== 4 * found.channels)
    throw wrong(
      `n_inner is ${quote(inner)}; four times n_embd, ${4 * found.channels}, can be read`,
    );
  const eps = config["layer_norm_epsilon"] ?? 1e-5;
  if (typeof eps !== "number" || !(eps > 0))
    throw wrong(`layer_norm_epsilon must be more than 0, got ${quote(eps)}`);
  return {
    ...found,
    eps,
    activation: config["activation_function"] === "relu" ? "relu" : "gelu",
    tied: config["tie_word_embeddings"] !== false,
  };
}

/**
 * A `config.json` that Hugging Face's transformers read.
 * @throws when the model is no GPT-2, naming what differs
 */
export function writeGPT2Config(config: GPTConfig): string {
  const { activation = "gelu", dropout = 0, eps = 1e-5, tied = true } = config;
  const wanted: Partial<GPTConfig> = {
    ...{ bias: true, norm: "pre", residual: true, attention: "learned", positions: "learned" },
  };
  for (const [name, value] of Object.entries(wanted)) {
    const given = config[name as keyof GPTConfig];
    if (given !== undefined && given !== value)
      throw new Error(
        `exportGPT2: ${name} is ${quote(given)}, and in a GPT-2 it is ${quote(value)}`,
      );
  }
  const fields = {
    architectures: ["GPT2LMHeadModel"],
    model_type: "gpt2",
    ...Object.fromEntries(
      Object.entries(sizes).map(([ours, theirs]) => [theirs, config[ours as keyof typeof sizes]]),
    ),
    n_ctx: config.context,
    activation_function: activation === "gelu" ? "gelu_new" : "relu",
    layer_norm_epsilon: eps,
    attn_pdrop: 0,
    embd_pdrop: dropout,
    resid_pdrop: dropout,
    tie_word_embeddings: tied && config.trainEmbeddings !== false,
  };
  return `${JSON.stringify(fields, null, 2)}\n`;
}
