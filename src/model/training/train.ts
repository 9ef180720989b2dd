import { AdamW, clipGradNorm, type Optimizer } from "../optimizers.ts";
import type { Random } from "../random.ts";
import { scope } from "../scope.ts";
import type { Tensor } from "../tensor.ts";
import { breather } from "./breathe.ts";
import { checkpoint, restore } from "./checkpoint.ts";
import { evaluating, quietly } from "./evaluate.ts";
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

  /** @throws when `from` is no checkpoint of this training */
  constructor(options: TrainOptions) {
    check(options);
    this.#options = options;
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
    while (this.step < steps && !signal?.aborted) {
      const report = this.#advance();
      if (due(evaluate)) report.heldOut = await this.#heldOut(breath);
      if (due(checkpoint)) await checkpoint?.save(this.checkpoint(), this.step);
      yield report;
      await breath();
    }
  }

  /**
   * All that `from` needs to go on after this step with the same bits, as a safetensors file.
   * @param notes texts to keep with it, for `checkpointNotes` to read: the model's sizes, the tokenizer
   */
  checkpoint(notes: Readonly<Record<string, string>> = {}): Uint8Array {
    return checkpoint(this.#state(), notes);
  }

  #advance(): Report {
    const { schedule, clip } = this.#options;
    const { optimizer } = this;
    const start = performance.now();
    if (schedule) optimizer.lr = schedule(this.step);
    let tokens: number | undefined;
    const report = scope((): Report => {
      const loss = this.#loss((count) => {
        tokens = count;
      });
      const report: Report = { step: this.step + 1, loss: loss.item(), lr: optimizer.lr };
      if (!Number.isFinite(report.loss)) throw gone(report);
      optimizer.zeroGrad();
      loss.backward();
      if (clip !== undefined) report.norm = clipGradNorm(optimizer.parameters, clip);
      optimizer.step();
      return report;
    });
    this.step = report.step;
    if (tokens !== undefined)
      report.tokensPerSecond = this.#speed(tokens, performance.now() - start);
    return report;
  }

  /** The loss of a new batch; `count` hears how many tokens it has. */
  #loss(count: (tokens: number) => void): Tensor {
    const options = this.#options;
    options.model.train?.();
    if (options.loss) return options.loss(this.step);
    const { inputs, targets } = options.data.draw();
    count(targets.reduce((sum, { length }) => sum + length, 0));
    return options.model.loss(inputs, targets);
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
