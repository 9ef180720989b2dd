import type { Batch } from "../data/batches.ts";
import type { GPT } from "../gpt.ts";
import { backend } from "../kernels/index.ts";
import { computeHalf, type Half, pack } from "./half.ts";
import { randomsOf } from "./randoms.ts";
import { startThread, type Thread } from "./start-thread.ts";

/** Another thread that gains less than this, so many steps in a row, has no core of its own: it is left alone for a while. */
const worth = { gain: 1.1, steps: 5, pause: 100 };

/**
 * The gradients of a batch as the sum over its two halves, each computed by a thread of its own where that is quicker, and one after the other
 * where it is not: with the same bits.
 */
export class Halves {
  /** How many threads the last step took. */
  threads: 1 | 2 = 1;
  readonly #model: GPT;
  #thread: Thread | undefined;
  #room: Float32Array;
  #slow = 0;
  #pause = 0;

  constructor(model: GPT) {
    this.#model = model;
    this.#room = this.#makeRoom();
    this.#thread = startThread({
      type: "start",
      config: model.config,
      backend: backend().name,
    });
  }

  /**
   * Leaves the batch's gradients in the parameters.
   * @returns the batch's loss
   * @throws when the batch has but one row
   */
  async compute(batch: Batch): Promise<number> {
    const [own, other] = this.#split(batch);
    const [loss, otherLoss] =
      this.#thread && this.#pause-- <= 0
        ? await this.#together(this.#thread, own, other)
        : this.#alone(own, other);
    let at = 0;
    for (const { grad, size } of this.#model.parameters()) {
      const sums = grad?.data;
      for (let i = 0; sums && i < size; i++) sums[i] = (sums[i] ?? 0) + (this.#room[at + i] ?? 0);
      at += size;
    }
    return loss + otherLoss;
  }

  end(): void {
    this.#thread?.end();
    this.#thread = undefined;
  }

  async #together(thread: Thread, own: Half, other: Half): Promise<[number, number]> {
    const room = this.#room;
    pack(this.#model.parameters(), room, ({ data }) => data);
    const answer = thread.ask({ type: "half", half: other, room }, [room.buffer as ArrayBuffer]);
    const start = performance.now();
    const loss = computeHalf(this.#model, own);
    const half = performance.now() - start;
    const told = await answer;
    if (told?.type !== "done") {
      this.end();
      this.#room = this.#makeRoom();
      return this.#alone(own, other);
    }
    this.#room = told.room;
    this.threads = 2;
    this.#judge((2 * half) / (performance.now() - start));
    return [loss, told.loss];
  }

  #judge(gain: number): void {
    this.#slow = gain < worth.gain ? this.#slow + 1 : 0;
    if (this.#slow < worth.steps) return;
    this.#slow = 0;
    this.#pause = worth.pause;
  }

  #alone(own: Half, other: Half): [number, number] {
    const otherLoss = computeHalf(this.#model, other);
    pack(this.#model.parameters(), this.#room, ({ grad }) => grad?.data);
    this.threads = 1;
    return [computeHalf(this.#model, own), otherLoss];
  }

  #split({ inputs, targets }: Batch): [Half, Half] {
    const cut = Math.ceil(inputs.length / 2);
    if (inputs.length < 2)
      throw new Error("train: two threads share a batch: it needs at least two rows, got 1");
    const states = randomsOf(this.#model).map(({ state }) => state);
    const half = (from: number, to: number, states: number[]): Half => ({
      inputs: inputs.slice(from, to),
      targets: targets.slice(from, to),
      share: (to - from) / inputs.length,
      states,
    });
    return [half(0, cut, states), half(cut, inputs.length, states.map(far))];
  }

  #makeRoom = (): Float32Array =>
    new Float32Array(this.#model.parameters().reduce((sum, { size }) => sum + size, 0));
}

/** A state of a generator far from another: the halves of a batch drop different numbers. */
const far = (state: number): number => Math.imul(state ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
