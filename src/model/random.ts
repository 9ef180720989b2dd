import { cos, log } from "./math.ts";

/** Seeded random numbers: the same seed gives the same numbers in every engine. */
export class Random {
  #state: number;

  /** @param seed any whole number */
  constructor(seed: number) {
    if (!Number.isFinite(seed)) throw new Error(`Random: the seed must be a number, got ${seed}`);
    this.#state = seed >>> 0;
  }

  /** Where it stands in its numbers, a whole number below 2³². Set to what it was before, it gives the same numbers again. */
  get state(): number {
    return this.#state;
  }

  set state(state: number) {
    if (state !== state >>> 0)
      throw new Error(`Random: a state is a whole number from 0 to 4294967295, got ${state}`);
    this.#state = state;
  }

  /** A number in [0, 1), all equally likely (mulberry32, Tommy Ettinger, public domain). */
  uniform(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A number from the normal distribution with mean 0 and standard deviation 1 (Box and Muller, 1958). */
  normal(): number {
    const radius = Math.sqrt(-2 * log(1 - this.uniform()));
    return radius * cos(2 * Math.PI * this.uniform());
  }

  /** A whole number from 0 to n − 1, all equally likely. */
  integer(n: number): number {
    if (!(n >= 1)) throw new Error(`Random.integer: needs n of at least 1, got ${n}`);
    return Math.floor(this.uniform() * n);
  }

  /** One item of a list, all equally likely. */
  pick<T>(list: readonly T[]): T {
    const item = list[this.integer(list.length)];
    return item as T;
  }

  /** A copy of a list in random order (Fisher and Yates). */
  shuffle<T>(list: readonly T[]): T[] {
    const mixed = [...list];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      const item = mixed[i] as T;
      mixed[i] = mixed[j] as T;
      mixed[j] = item;
    }
    return mixed;
  }
}
