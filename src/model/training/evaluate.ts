import { noGrad } from "../autograd.ts";
import type { Batch } from "../data/batches.ts";
import { scope } from "../scope.ts";
import type { Tensor } from "../tensor.ts";
import type { LossModel, Trainable } from "./model.ts";
import { keepingRandoms, randomsOf } from "./randoms.ts";

/**
 * The loss on held-out batches, such as `windows` and `allLines` give: the mean over all their places, with dropout off and without gradients.
 * The same model gives the same number again, and everything is left as it was, random numbers too.
 * @throws when there are no batches
 */
export function evaluate(model: LossModel, batches: readonly Batch[]): number {
  let mean = 0;
  for (const soFar of evaluating(model, batches)) mean = soFar;
  return mean;
}

/** The same batch by batch: the mean so far. Between two of them the model is as it was. */
export function* evaluating(model: LossModel, batches: readonly Batch[]): Generator<number, void> {
  if (batches.length === 0) throw new Error("evaluate: there are no batches");
  let [sum, places] = [0, 0];
  for (const { inputs, targets } of batches) {
    const here = targets.reduce((total, { length }) => total + length, 0);
    sum += here * quietly(model, () => model.loss(inputs, targets));
    places += here;
    yield sum / places;
  }
}

/** A loss of the model as it is used, not as it is trained; nothing remembers that it was worked out. */
export function quietly(model: Trainable & { training?: boolean }, loss: () => Tensor): number {
  const { training = true } = model;
  model.eval?.();
  try {
    return keepingRandoms(randomsOf(model), () => noGrad(() => scope(() => loss().item())));
  } finally {
    if (training) model.train?.();
  }
}
