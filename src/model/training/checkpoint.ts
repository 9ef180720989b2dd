import type { AdamW, Optimizer } from "../optimizers.ts";
import type { Random } from "../random.ts";
import { showShape } from "../shape.ts";
import { Tensor } from "../tensor.ts";
import { readFile, writeFile } from "./file.ts";
import type { Trainable } from "./model.ts";

/** All that the next step depends on. */
export interface TrainingState {
  model: Trainable;
  optimizer: Optimizer;
  /** Every generator that training draws on, always in the same order. */
  random: readonly Random[];
  /** How many steps were made. */
  step: number;
}

/** Its numbers besides those of tensors. */
interface Counts {
  step: number;
  lr: number;
  random: readonly number[];
  /** The optimizer's own count, where it keeps one. */
  steps?: number;
}

/** Weights, what the optimizer remembers, where the generators of random numbers stand and the step, as a safetensors file; and `notes` beside them. */
export function checkpoint(
  state: TrainingState,
  notes: Readonly<Record<string, string>> = {},
): Uint8Array {
  const tensors = weightsOf(state);
  const { optimizer, random, step } = state;
  const counts: Counts = { step, lr: optimizer.lr, random: random.map(({ state }) => state) };
  if (remembers(optimizer)) {
    const { steps, means, squares } = optimizer.state();
    counts.steps = steps;
    for (const [name, numbers] of Object.entries({ means, squares }))
      tensors.set(`optimizer.${name}`, new Tensor(numbers, [numbers.length]));
  }
  return writeFile(tensors, { training: JSON.stringify(counts), notes: JSON.stringify(notes) });
}

/**
 * Puts all back as it was when the checkpoint was made: a training goes on with the same bits.
 * @returns the step
 * @throws when the file is damaged, or not of this model, optimizer and generators; then nothing was changed
 */
export function restore(bytes: Uint8Array, state: TrainingState): number {
  const { tensors, texts } = readFile("restore", bytes);
  const counts = JSON.parse(texts["training"] ?? "{}") as Counts;
  const { optimizer, random } = state;
  const weights = weightsOf(state);
  for (const [name, { shape }] of weights) {
    const saved = tensors.get(name);
    if (!saved || showShape(saved.shape) !== showShape(shape))
      throw new Error(
        `restore: the checkpoint is of another model: ${name} is ${showShape(shape)} here, and ${saved ? showShape(saved.shape) : "missing"} there`,
      );
  }
  const [means, squares] = [tensors.get("optimizer.means"), tensors.get("optimizer.squares")];
  const others = [...tensors.keys()].filter((name) => !weights.has(name));
  const unknown = others.find((name) => name !== "optimizer.means" && name !== "optimizer.squares");
  if (unknown !== undefined)
    throw new Error(
      `restore: the checkpoint is of another model: it has ${unknown}, this one has not`,
    );
  if (remembers(optimizer) !== (means !== undefined))
    throw new Error(
      `restore: the checkpoint is of another optimizer: ${means ? "it has" : "it lacks"} the running means that AdamW keeps`,
    );
  if (counts.random.length !== random.length)
    throw new Error(
      `restore: the checkpoint is of a training with ${counts.random.length} generators of random numbers, this one has ${random.length}`,
    );
  if (remembers(optimizer) && means && squares)
    optimizer.load({ steps: counts.steps ?? 0, means: means.data, squares: squares.data });
  optimizer.lr = counts.lr;
  for (const [name, weight] of weights) weight.data.set(tensors.get(name)?.data ?? []);
  for (const [i, one] of random.entries()) one.state = counts.random[i] ?? 0;
  return counts.step;
}

/**
 * The texts that were put beside a checkpoint: what is needed to make the model again before it is restored.
 * @throws when the file is damaged
 */
export function checkpointNotes(bytes: Uint8Array): Record<string, string> {
  return JSON.parse(readFile("checkpointNotes", bytes).texts["notes"] ?? "{}");
}

/** The model's parameters by name; then those that the optimizer alone knows, such as inputs that are trained. */
function weightsOf({ model, optimizer }: TrainingState): Map<string, Tensor> {
  const named =
    model.namedParameters?.() ?? model.parameters().map((one, i) => [String(i), one] as const);
  const weights = new Map([...named].map(([name, one]) => [`model.${name}`, one]));
  const known = new Set(weights.values());
  for (const [i, one] of optimizer.parameters.entries())
    if (!known.has(one)) weights.set(`parameters.${i}`, one);
  return weights;
}

const remembers = (optimizer: Optimizer): optimizer is Optimizer & Pick<AdamW, "state" | "load"> =>
  "state" in optimizer && "load" in optimizer;
