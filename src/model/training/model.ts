import type { Batch } from "../data/batches.ts";
import type { Tensor } from "../tensor.ts";

/** What can be trained: any layer, any model. */
export interface Trainable {
  parameters(): readonly Tensor[];
  /** Names for a checkpoint; without them parameters are known by their order. */
  namedParameters?(): ReadonlyMap<string, Tensor>;
  /** Dropout on. */
  train?(): unknown;
  /** Dropout off. */
  eval?(): unknown;
}

/** What can be trained on batches: it says itself how wrong it is. */
export interface LossModel extends Trainable {
  /** The mean over all places of a batch, one number. */
  loss(inputs: Batch["inputs"], targets: Batch["targets"]): Tensor;
}
