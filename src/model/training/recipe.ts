import { batches, whole, windows } from "../data/batches.ts";
import { splitData } from "../data/split-data.ts";
import { countParameters, GPT, type GPTConfig } from "../gpt.ts";
import { Random } from "../random.ts";
import { BytePairTokenizer } from "../tokenizers/bpe/bpe.ts";
import { loadTokenizer } from "../tokenizers/tokenizer.ts";
import { checkpointNotes } from "./checkpoint.ts";
import { readFile } from "./file.ts";
import type { TrainOnBatches } from "./options.ts";
import { cosine, warmup } from "./schedules.ts";

/**
 * Sizes of GPT that a laptop trains on a text of one's own: "tiny" in a minute, "small" in a few, "medium" in an hour. `vocabulary` is the most that the
 * tokenizer may learn, `lr` the highest learning rate.
 */
export const recipes = {
  tiny: {
    ...{ layers: 2, heads: 4, channels: 32, context: 32, vocabulary: 512, dropout: 0 },
    ...{ batch: 16, steps: 1500, lr: 3e-3 },
  },
  small: {
    ...{ layers: 4, heads: 4, channels: 64, context: 64, vocabulary: 1024, dropout: 0.1 },
    ...{ batch: 16, steps: 2000, lr: 2e-3 },
  },
  medium: {
    ...{ layers: 6, heads: 6, channels: 192, context: 128, vocabulary: 2048, dropout: 0.2 },
    ...{ batch: 12, steps: 2000, lr: 1e-3 },
  },
} as const;

/** Which of the recipes, for how long, and where chance begins. */
export interface Recipe {
  size: keyof typeof recipes;
  steps: number;
  /** Of all that is drawn: the first weights, the batches, dropout. */
  seed: number;
}

/** What `prepare` may be told. */
export interface RecipeOptions extends Partial<Recipe> {
  /** A checkpoint with the notes of `prepare`, to go on from: size, steps and seed are those of its beginning. */
  from?: Uint8Array;
}

/** A training that is ready to run, as `prepare` gives it. */
export interface Prepared {
  tokenizer: BytePairTokenizer;
  model: GPT;
  recipe: Recipe;
  /** For `train`, which also takes `signal` and `checkpoint` beside them. */
  options: TrainOnBatches;
  /** For `training.checkpoint(notes)`: what `prepare` needs to go on, and `openTrained` to write without the text. */
  notes: Record<string, string>;
}

const [least, most] = [2000, 5_000_000];
const end = "<|endoftext|>";
/** No word is so long: where letters never end, as in DNA, a vocabulary is learned from pieces, for of one piece it would take hours. */
const runs = /[\p{L}\p{N}]{64}/gu;

/**
 * All that it takes to train a GPT on a text in any language: a byte-pair tokenizer of its first nine tenths, a model to learn from them, and windows of the
 * last tenth to evaluate it on.
 *
 *     const { options, notes } = prepare(text, { size: "tiny" });
 *     const training = train(options);
 *     for await (const { step, loss, heldOut } of training) …
 *     const file = training.checkpoint(notes);
 *
 * The same text and seed give the same bits everywhere, with one thread or two; so does a training that goes on from a checkpoint.
 * @throws when the text is too short or too long, an option is none, or `from` is of another text or recipe
 */
export function prepare(text: string, options: RecipeOptions = {}): Prepared {
  const { from } = options;
  const saved = from && checkpointNotes(from);
  if (saved) {
    const { recipe, text: sum } = readRecipe("prepare", saved);
    for (const [name, value] of Object.entries(recipe)) {
      const asked = options[name as keyof Recipe] ?? value;
      if (asked !== value)
        throw wrong(`the checkpoint's ${name} is ${value}, and it goes on with that; got ${asked}`);
    }
    if (sum !== digest(text)) throw wrong("the checkpoint is of a training on another text");
    options = recipe;
  }
  const recipe = checkRecipe("prepare", options);
  checkLength(text);
  const { size, steps, seed } = recipe;
  const { batch, lr, steps: _, vocabulary, ...sizes } = recipes[size];
  const [known, unseen] = splitData(text);
  const tokenizer = BytePairTokenizer.train(known.replace(runs, "$&\n"), {
    size: vocabulary,
    special: [end],
  });
  const { context } = sizes;
  const encode = (part: string, of: string): number[] => {
    const tokens = tokenizer.encode(part);
    if (tokens.length > context) return tokens;
    throw wrong(
      `the ${of} of the text has ${tokens.length} tokens, and size "${size}" needs at least ${context + 1}: give it a longer text${size === "tiny" ? "" : " or a smaller size"}`,
    );
  };
  const [tokens, heldOut] = [encode(known, "beginning"), encode(unseen, "last tenth")];
  const random = new Random(seed);
  const model = new GPT({ ...sizes, vocabulary: tokenizer.size, random });
  const rise = Math.min(100, Math.floor(steps / 10));
  const notes = {
    recipe: JSON.stringify({ ...recipes[size], ...recipe, text: digest(text) }),
    model: JSON.stringify(model.config),
    tokenizer: tokenizer.save(),
  };
  if (saved && JSON.stringify(saved) !== JSON.stringify(notes))
    throw wrong(`the checkpoint is of another "${size}" than this version's`);
  return {
    ...{ tokenizer, model, recipe, notes },
    options: {
      model,
      data: batches(tokens, { batch, context, random }),
      steps,
      schedule: warmup(rise, cosine({ from: lr, to: lr / 10, steps: steps - rise })),
      clip: 1,
      threads: 2,
      evaluate: { every: 50, batches: windows(heldOut, { batch, context, count: 64 }) },
      from,
    },
  };
}

/** A model that was trained by a recipe, and all that it takes to write with it. */
export interface Trained {
  model: GPT;
  tokenizer: BytePairTokenizer;
  recipe: Recipe;
  /** How many of the recipe's steps were made. */
  step: number;
}

/**
 * The model of a checkpoint that has the notes of `prepare`, to generate with.
 * @throws when the file is damaged or none of these; before memory is taken for a model that is not in it
 */
export function openTrained(bytes: Uint8Array): Trained {
  const { tensors, texts } = readFile("openTrained", bytes);
  const notes = objectOf("openTrained", texts["notes"]);
  const { recipe } = readRecipe("openTrained", notes);
  const refuse = (what: string): Error =>
    new Error(`openTrained: this is no checkpoint of a recipe: ${what}`);
  const tokenizer = loadTokenizer(String(notes["tokenizer"]));
  if (!(tokenizer instanceof BytePairTokenizer)) throw refuse("its tokenizer is no byte-pair one");
  const { context, layers, heads, channels } = objectOf("openTrained", notes["model"]);
  const config = { vocabulary: tokenizer.size, context, layers, heads, channels } as GPTConfig;
  if (!(4 * countParameters(config) <= bytes.length))
    throw refuse("its model is larger than the file");
  const model = new GPT({ ...config, random: new Random(1) });
  for (const [name, { data, shape }] of model.namedParameters()) {
    const saved = tensors.get(`model.${name}`);
    if (String(saved?.shape) !== String(shape)) throw refuse(`${name} is not [${shape}]`);
    data.set(saved?.data ?? []);
  }
  return {
    model,
    tokenizer,
    recipe,
    step: Number(objectOf("openTrained", texts["training"])["step"]),
  };
}

const wrong = (what: string): Error => new Error(`prepare: ${what}`);

function checkRecipe(who: string, { size = "tiny", steps, seed = 1 }: Partial<Recipe>): Recipe {
  if (!Object.hasOwn(recipes, size))
    throw new Error(
      `${who}: there is no size "${size}": there are ${Object.keys(recipes).join(", ")}`,
    );
  steps ??= recipes[size].steps;
  whole(who, "steps", steps);
  if (!Number.isInteger(seed)) throw new Error(`${who}: seed must be a whole number, got ${seed}`);
  return { size, steps, seed };
}

function checkLength({ length }: string): void {
  if (length < least)
    throw wrong(
      `the text has ${length} characters, and at least ${least} are needed to learn from`,
    );
  if (length > most)
    throw wrong(`the text has ${length} characters, and no more than ${most} can be learned from`);
}

/** What the notes say of how the training began, checked. */
function readRecipe(who: string, notes: Readonly<Record<string, unknown>>) {
  const { text, ...told } = objectOf(who, notes["recipe"]);
  return { recipe: checkRecipe(who, told), text };
}

function objectOf(who: string, json: unknown): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(String(json));
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new Error(
    `${who}: this checkpoint has no notes of a recipe: it was not made with those that prepare gives`,
  );
}

/** Tells texts apart: their length, and a sum over them (Fowler, Noll and Vo's, by UTF-16 units). */
function digest(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return `${text.length} ${(sum >>> 0).toString(16)}`;
}
