import { resident } from "../kernels/memory.ts";
import type { Storage } from "../kernels/storage.ts";
import { Tensor } from "../tensor.ts";

/** The keys and values that a layer has computed, so that the next moment need not compute them again: of one text, batch 1. */
export class LayerCache {
  /** How many moments it holds. */
  length = 0;
  readonly #context: number;
  readonly #channels: number;
  readonly #keys: Storage;
  readonly #values: Storage;

  constructor(context: number, channels: number) {
    this.#context = context;
    this.#channels = channels;
    this.#keys = resident(context * channels);
    this.#values = resident(context * channels);
  }

  /**
   * Takes in keys and values of the next moments, [1, time, channels], and gives all: [1, length, channels].
   * @throws when there is no room for them, or more than one text
   */
  append(keys: Tensor, values: Tensor): { keys: Tensor; values: Tensor } {
    const [batch = 0, time = 0] = keys.shape;
    if (batch !== 1) throw new Error(`cache: it holds one text, got a batch of ${batch}`);
    if (this.length + time > this.#context)
      throw new Error(
        `cache: there is room for ${this.#context} moments, but the text reaches ${this.length + time}`,
      );
    const at = this.length * this.#channels;
    this.#keys.array.set(keys.data, at);
    this.#values.array.set(values.data, at);
    this.length += time;
    const all = (storage: Storage): Tensor =>
      new Tensor(storage.part(0, this.length * this.#channels), [1, this.length, this.#channels]);
    return { keys: all(this.#keys), values: all(this.#values) };
  }

  /** Forgets all moments from `length` on. */
  cut(length: number): void {
    this.length = Math.min(this.length, length);
  }
}
