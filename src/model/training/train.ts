import type { Batch } from "../data/batches.ts";
import { GPT } from "../gpt.ts";
import { AdamW, clipGradNorm, type Optimizer } from "../optimizers.ts";
import type { Random } from "../random.ts";
import { scope } from "../scope.ts";
import { breather } from "./breathe.ts";
import { checkpoint, restore } from "./checkpoint.ts";
import { evaluating, quietly } from "./evaluate.ts";
import { Halves } from "./halves.ts";
import type { Trainable } from "./model.ts";
import { check, type Report, type TrainOptions } from "./options.ts";
import { randomsOf } from "./randoms.ts";

/**
 * Trains a model, a step for each turn of a loop:
 *
 *     for await (const { step, loss } of train({ model, data, steps: 1000 })) …
 *
 * Between steps other work has its turn, so that a page stays alive. To pause is to leave the loop; a loop over the same training goes on.
 * From a checkpoint it goes on with the same bits as if it had never stopped.
 */
export const train = (options: TrainOptions): Training => new Training(options);

/** What `train` gives: its steps to loop over, and what it has come to. */
export class Training implements AsyncIterable<Report> {
  readonly optimizer: Optimizer;
  /** How many steps were made. */
  step = 0;
  readonly #options: TrainOptions;
  readonly #random: readonly Random[];
  readonly #speed = speedometer();
  /** The model whose batches two threads share. */
  readonly #shares: GPT | undefined;

  /** @throws when `from` is no checkpoint of this training */
  constructor(options: TrainOptions) {
    check(options);
    this.#options = options;
    if (options.threads === 2) this.#shares = shareable(options.model);
    const { model, data, random = [], from } = options;
    this.optimizer =
      options.optimizer ??
      new AdamW(model.parameters(), {
        ...{ lr: 1e-3, betas: [0.9, 0.99], weightDecay: 0.1 },
        decays: ({ shape }) => shape.length > 1,
      });
    this.#random = randomsOf(model, data, random);
    if (from) this.step = restore(from, this.#state());
  }

  /** @throws when a loss is not finite */
  async *[Symbol.asyncIterator](): AsyncGenerator<Report, void> {
    const { steps, evaluate, checkpoint, signal } = this.#options;
    const breath = breather();
    const due = (task?: { every: number }) =>
      task && (this.step % task.every === 0 || this.step === steps);
    const halves = this.#shares ? new Halves(this.#shares) : undefined;
    try {
      while (this.step < steps && !signal?.aborted) {
        const report = await this.#advance(halves);
        if (due(evaluate)) report.heldOut = await this.#heldOut(breath);
        if (due(checkpoint)) await checkpoint?.save(this.checkpoint(), this.step);
        yield report;
        await breath();
      }
    } finally {
      halves?.end();
    }
  }

  /**
   * All that `from` needs to go on after this step with the same bits, as a safetensors file.
   * @param notes texts to keep with it, for `checkpointNotes` to read: the model's sizes, the tokenizer
   */
  checkpoint(notes: Readonly<Record<string, string>> = {}): Uint8Array {
    return checkpoint(this.#state(), notes);
  }

  async #advance(halves: Halves | undefined): Promise<Report> {
    const { schedule, clip, data } = this.#options;
    const { optimizer } = this;
    const start = performance.now();
    if (schedule) optimizer.lr = schedule(this.step);
    optimizer.zeroGrad();
    const batch = data?.draw();
    const loss = batch && halves ? await halves.compute(batch) : scope(() => this.#loss(batch));
    const report: Report = { step: this.step + 1, loss, lr: optimizer.lr };
    if (!Number.isFinite(loss)) throw gone(report);
    scope(() => {
      if (clip !== undefined) report.norm = clipGradNorm(optimizer.parameters, clip);
      optimizer.step();
    });
    this.step = report.step;
    if (batch)
      report.tokensPerSecond = this.#speed(
        batch.targets.reduce((sum, { length }) => sum + length, 0),
        performance.now() - start,
      );
    if (halves) report.threads = halves.threads;
    return report;
  }

  /** The loss of a step, its gradients left in the parameters. */
  #loss(batch: Batch | undefined): number {
    const options = this.#options;
    options.model.train?.();
    const loss = options.loss
      ? options.loss(this.step)
      : options.model.loss(batch?.inputs ?? [], batch?.targets ?? []);
    const number = loss.item();
    if (Number.isFinite(number)) loss.backward();
    return number;
  }

  /** Undefined where it was stopped before its end. */
  async #heldOut(breath: () => Promise<void> | undefined): Promise<number | undefined> {
    const { evaluate, model, data, signal } = this.#options;
    if (evaluate?.loss) return quietly(model, evaluate.loss);
    if (!evaluate || !data) return undefined;
    let mean: number | undefined;
    for (const soFar of evaluating(model, evaluate.batches)) {
      mean = soFar;
      await breath();
      if (signal?.aborted) return undefined;
    }
    return mean;
  }

  #state() {
    const { model } = this.#options;
    return { model, optimizer: this.optimizer, random: this.#random, step: this.step };
  }
}

const gone = ({ step, loss, lr }: Report): Error =>
  new Error(
    `train: the loss of step ${step} is ${loss}, and no step leads back from there; a learning rate below ${lr}, or clip, may help`,
  );

/** Tokens per second; what is long ago counts less and less. */
function speedometer(): (tokens: number, milliseconds: number) => number {
  let [tokens, time] = [0, 0];
  return (more, milliseconds) => {
    tokens += more;
    time += milliseconds;
    const rate = time > 0 ? (1000 * tokens) / time : 0;
    if (time > 2000) [tokens, time] = [tokens / 2, time / 2];
    return rate;
  };
}

function shareable(model: Trainable): GPT {
  if (model instanceof GPT) return model;
  throw new Error(
    "train: only a GPT can be trained by two threads, for the other thread must build it again",
  );
}
