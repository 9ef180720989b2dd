import type { Batch } from "../data/batches.ts";
import type { GPTConfig } from "../gpt.ts";
import type { Backend } from "../kernels/index.ts";
import { scope } from "../scope.ts";
import type { Tensor } from "../tensor.ts";
import type { LossModel } from "./model.ts";
import { randomsOf } from "./randoms.ts";

/** A part of a batch, and all that its gradients depend on besides the weights. */
export interface Half extends Batch {
  /** Its part of the batch's positions: what its loss counts in the whole. */
  share: number;
  /** Where the model's generators of random numbers begin. */
  states: readonly number[];
}

/** To the other thread: which model to build, and then a half for each step, with room that brings weights and takes gradients back. */
export type ToThread =
  | { type: "start"; config: Readonly<GPTConfig>; backend: Backend }
  | { type: "half"; half: Half; room: Float32Array };

export type FromThread = { type: "done"; loss: number; room: Float32Array } | { type: "failed" };

/** Leaves the gradients of its part of the loss in the parameters; gives that part. */
export function computeHalf(model: LossModel, { inputs, targets, share, states }: Half): number {
  for (const parameter of model.parameters()) parameter.grad = undefined;
  for (const [i, random] of randomsOf(model).entries()) random.state = states[i] ?? random.state;
  model.train?.();
  return scope(() => {
    const loss = model.loss(inputs, targets).mul(share);
    loss.backward();
    return loss.item();
  });
}

/** Writes numbers of all parameters, one after the other. */
export function pack(
  parameters: readonly Tensor[],
  room: Float32Array,
  take: (parameter: Tensor) => Float32Array | undefined,
): void {
  let at = 0;
  for (const parameter of parameters) {
    const numbers = take(parameter);
    if (numbers) room.set(numbers, at);
    else room.fill(0, at, at + parameter.size);
    at += parameter.size;
  }
}
