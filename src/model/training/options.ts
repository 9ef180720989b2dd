import { type Batch, type Batches, whole } from "../data/batches.ts";
import type { Optimizer } from "../optimizers.ts";
import type { Random } from "../random.ts";
import type { Tensor } from "../tensor.ts";
import type { LossModel, Trainable } from "./model.ts";
import type { Schedule } from "./schedules.ts";

interface Common {
  /** How many steps in all, those before a checkpoint included. */
  steps: number;
  /** AdamW at first, with betas 0.9 and 0.99 and a decay of 0.1 for all but biases and scales. */
  optimizer?: Optimizer;
  /** The learning rate of each step; the optimizer's own stays where there is none. */
  schedule?: Schedule;
  /** All gradients together are made no longer than this. */
  clip?: number;
  /** Every so many steps, and after the last, what `from` needs to go on. The next step waits until it is saved. */
  checkpoint?: { every: number; save: (bytes: Uint8Array, step: number) => unknown };
  /** A checkpoint of the same training, to go on from. */
  from?: Uint8Array;
  /** Generators of random numbers that training draws on, and that are not in fields of the model or the data: a checkpoint keeps them too. */
  random?: Random | readonly Random[];
  /** Stops after the step that is being made. */
  signal?: AbortSignal;
}

/** Every so many steps, and after the last, a loss on what is held out. */
export interface OwnEvaluation {
  every: number;
  loss: () => Tensor;
  batches?: undefined;
}

/** The same, on batches that `windows` or `allLines` give. */
export interface BatchEvaluation {
  every: number;
  batches: readonly Batch[];
  loss?: undefined;
}

/** A model that knows its loss, and batches to train it on. */
export interface TrainOnBatches extends Common {
  model: LossModel;
  data: Batches;
  /**
   * Two threads share each batch of a GPT, where there is a core for the second; where not, one computes both halves, with the same bits. They
   * differ in the last digits from those of one thread at first, which sums a batch whole.
   */
  threads?: 1 | 2;
  evaluate?: BatchEvaluation | OwnEvaluation;
  loss?: undefined;
}

/** Anything that has parameters, and a loss of one's own. */
export interface TrainOnLoss extends Common {
  model: Trainable;
  /** What a step makes smaller; steps are counted from 0. */
  loss: (step: number) => Tensor;
  evaluate?: OwnEvaluation;
  data?: undefined;
  threads?: undefined;
}

/** A model and batches to train it on; or anything that has parameters, and a loss of one's own. */
export type TrainOptions = TrainOnBatches | TrainOnLoss;

/** How a step went. */
export interface Report {
  /** How many steps were made in all. */
  step: number;
  /** The loss of this step's batch, before its weights changed, in nats. */
  loss: number;
  /** The loss on what is held out, after they changed, where it was time for it. */
  heldOut?: number;
  /** The learning rate. */
  lr: number;
  /** The length of all gradients together, before they were clipped. */
  norm?: number;
  /** Over the last second or two, evaluation and pauses left out. */
  tokensPerSecond?: number;
  /** How many threads computed it, where two may. */
  threads?: 1 | 2;
}

/** @throws when a number is none that training can do with */
export function check({ steps, evaluate, checkpoint, clip }: TrainOptions): void {
  whole("train", "steps", steps);
  if (evaluate) whole("train", "evaluate.every", evaluate.every);
  if (checkpoint) whole("train", "checkpoint.every", checkpoint.every);
  if (clip !== undefined && !(clip > 0))
    throw new Error(`train: clip must be more than 0, got ${clip}`);
}
