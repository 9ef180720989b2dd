import { GPT, type GPTConfig } from "../gpt.ts";
import { Random } from "../random.ts";
import { showShape } from "../shape.ts";
import { Tensor } from "../tensor.ts";
import type { ByteSource } from "./bytes.ts";
import { readGPT2Config, writeGPT2Config } from "./gpt2-config.ts";
import type { Entry } from "./header.ts";
import { openSafetensors, type WriteOptions, writeSafetensors } from "./safetensors.ts";

/** What stands where in Hugging Face's GPT-2: the name, and whether the matrix lies on its side there ([ins, outs], their Conv1D). */
interface Place {
  name: string;
  turned: boolean;
}

const inBlock: Readonly<Record<string, string>> = {
  norm1: "ln_1",
  "attention.qkv": "attn.c_attn",
  "attention.projection": "attn.c_proj",
  norm2: "ln_2",
  "feedForward.expand": "mlp.c_fc",
  "feedForward.contract": "mlp.c_proj",
};

const outside: Readonly<Record<string, string>> = {
  tokens: "wte",
  positions: "wpe",
  norm: "ln_f",
  head: "lm_head",
};

/** The place of a parameter of ours, such as `blocks.0.attention.qkv.weight`. */
function placeOf(name: string): Place {
  const [, block, part = "", kind = ""] =
    /^(?:blocks\.(\d+)\.)?(.+)\.(weight|bias)$/.exec(name) ?? [];
  if (block === undefined) return { name: `${outside[part]}.${kind}`, turned: false };
  const turned = kind === "weight" && !part.startsWith("norm");
  return { name: `h.${block}.${inBlock[part]}.${kind}`, turned };
}

/** What is known of a file of weights beforehand. */
export interface LoadOptions {
  /** The text of `config.json`. Without it, sizes are told from the tensors, and heads are 64 channels wide, as in all of GPT-2's sizes. */
  config?: string;
  /** How many bytes a stream has. */
  size?: number;
}

/**
 * A GPT with the weights of a GPT-2 in Hugging Face's names and layout (`model.safetensors` of `openai-community/gpt2` and its likes), read as they come.
 * @throws when a tensor is missing, unknown, or of another shape than the configuration says, naming it
 */
export async function loadGPT2(
  weights: ByteSource,
  { config, size }: LoadOptions = {},
): Promise<GPT> {
  const file = await openSafetensors(weights, { size });
  const told = config === undefined ? guess(file.entries) : readGPT2Config(config);
  checkEntries(file.entries, told);
  const model = new GPT({ ...told, random: new Still(0) });
  const places = new Map(
    [...model.namedParameters()].map(([name, parameter]) => {
      const place = placeOf(name);
      return [place.name, { ...place, parameter }] as const;
    }),
  );
  for await (const [entry, tensor] of file) {
    const place = places.get(bare(entry.name));
    place?.parameter.data.set((place.turned ? tensor.transpose() : tensor).data);
  }
  return model;
}

/** All is looked at before memory is taken for the model. */
function checkEntries(entries: readonly Entry[], config: GPTConfig): void {
  const wrong = (what: string): Error => new Error(`loadGPT2: ${what}`);
  const shapes = shapesOf(config);
  for (const { name, shape } of entries) {
    const known = bare(name);
    const wanted = shapes.get(known);
    if (wanted) {
      if (showShape(shape) !== showShape(wanted))
        throw wrong(`${name} must be ${showShape(wanted)}, got ${showShape(shape)}`);
      shapes.delete(known);
    } else if (!isKnown(known)) throw wrong(`this GPT-2 has no place for ${name}`);
  }
  const [missing, ...more] = [...shapes.keys()];
  if (missing === undefined) return;
  throw wrong(`${missing} is missing${more.length > 0 ? `, and ${more.length} more` : ""}`);
}

/** The shapes of all tensors of a GPT-2, in their layout. */
function shapesOf({ vocabulary, context, layers, channels, tied }: GPTConfig) {
  const wide = 4 * channels;
  const shapes = new Map<string, number[]>([
    ["wte.weight", [vocabulary, channels]],
    ["wpe.weight", [context, channels]],
  ]);
  const matrix = (name: string, ins: number, outs: number): void => {
    shapes.set(`${name}.weight`, [ins, outs]).set(`${name}.bias`, [outs]);
  };
  const norm = (name: string): void => {
    for (const kind of ["weight", "bias"]) shapes.set(`${name}.${kind}`, [channels]);
  };
  for (let i = 0; i < layers; i++) {
    norm(`h.${i}.ln_1`);
    matrix(`h.${i}.attn.c_attn`, channels, 3 * channels);
    matrix(`h.${i}.attn.c_proj`, channels, channels);
    norm(`h.${i}.ln_2`);
    matrix(`h.${i}.mlp.c_fc`, channels, wide);
    matrix(`h.${i}.mlp.c_proj`, wide, channels);
  }
  norm("ln_f");
  if (tied === false) shapes.set("lm_head.weight", [vocabulary, channels]);
  return shapes;
}

/** Masks that older files keep, and the last layer of a model whose weights are those of the embedding. */
const isKnown = (name: string): boolean =>
  /^h\.\d+\.attn\.(bias|masked_bias)$/.test(name) || name === "lm_head.weight";

/** Their models without the last layer name all tensors so; those with it put a word before. */
const bare = (name: string): string => name.replace(/^transformer\./, "");

function guess(entries: readonly Entry[]): GPTConfig {
  const shapes = new Map(entries.map(({ name, shape }) => [bare(name), shape]));
  const table = (name: string): [number, number] => {
    const [rows, columns, ...more] = shapes.get(name) ?? [];
    if (rows === undefined || columns === undefined || more.length > 0)
      throw new Error(`loadGPT2: ${name} is missing or no table: is this a GPT-2?`);
    return [rows, columns];
  };
  const [vocabulary, channels] = table("wte.weight");
  const [context] = table("wpe.weight");
  if (channels % 64 !== 0)
    throw new Error(
      `loadGPT2: how many heads share ${channels} channels cannot be told: give config.json's text as config`,
    );
  const layers = [...shapes.keys()].filter((name) => /^h\.\d+\.ln_1\.weight$/.test(name)).length;
  return { vocabulary, context, layers, channels, heads: channels / 64 };
}

/** Draws nothing: the weights come from a file. */
class Still extends Random {
  override uniform(): number {
    return 0.5;
  }

  override normal(): number {
    return 0;
  }
}

/** What Hugging Face's transformers need to read a GPT as a GPT-2: the contents of two files. */
export interface ExportedGPT2 {
  "model.safetensors": Uint8Array;
  "config.json": string;
}

/**
 * A GPT as a GPT-2 of Hugging Face's transformers.
 * @throws when it differs from GPT-2's architecture, naming what does
 */
export function exportGPT2(model: GPT, { dtype }: Pick<WriteOptions, "dtype"> = {}): ExportedGPT2 {
  const config = writeGPT2Config(model.config);
  const tensors = new Map<string, Tensor>();
  for (const [ours, parameter] of model.namedParameters()) {
    const { name, turned } = placeOf(ours);
    const { data, shape } = turned ? parameter.detach().transpose() : parameter;
    const full = name.startsWith("lm_head") ? name : `transformer.${name}`;
    tensors.set(full, new Tensor(data.slice(), shape));
  }
  // Their reader asks for this note.
  const bytes = writeSafetensors(tensors, { dtype, metadata: { format: "pt" } });
  return { "model.safetensors": bytes, "config.json": config };
}
