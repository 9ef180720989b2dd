import type { ModuleId, Output } from "../types.ts";
import type { Said } from "./messages.ts";

/** How often what is shown under one key is passed on, and how many things in a second in all, in a burst at first. */
const pace = { each: 33, perSecond: 300 };

/**
 * Passes on what a cell shows while it runs, from within a loop that never yields too: at most some 30 times a second for each key. What came
 * in between is passed on late if the cell yields or shows something else, and otherwise with the result.
 */
export class Showing {
  readonly #post: (said: Said) => void;
  readonly #now: () => number;
  readonly #last = new Map<string, number>();
  readonly #late = new Map<string, Said>();
  #allowed = pace.perSecond;
  #since: number;

  constructor(post: (said: Said) => void, now: () => number) {
    this.#post = post;
    this.#now = now;
    this.#since = now();
  }

  show(id: ModuleId, output: Output): void {
    // What has no key comes but once; the runtime bounds how many there are.
    if (output.key === undefined) this.#post({ type: "show", id, output });
    else this.#pass(`show ${output.key}`, { type: "show", id, output });
  }

  progress(id: ModuleId, done: number, total: number, note: string | undefined): void {
    this.#pass("progress", {
      type: "progress",
      id,
      done,
      total,
      ...(note === undefined ? {} : { note }),
    });
  }

  #pass(key: string, said: Said): void {
    this.#late.set(key, said);
    this.flush();
  }

  /** Passes on what may be passed on by now; gives whether something is left. */
  flush(): boolean {
    const time = this.#now();
    this.#allowed = Math.min(
      pace.perSecond,
      this.#allowed + ((time - this.#since) * pace.perSecond) / 1000,
    );
    this.#since = time;
    for (const [key, said] of this.#late) {
      if (this.#allowed < 1) break;
      if (time - (this.#last.get(key) ?? Number.NEGATIVE_INFINITY) < pace.each) continue;
      this.#allowed--;
      this.#last.set(key, time);
      this.#late.delete(key);
      this.#post(said);
    }
    return this.#late.size > 0;
  }
}
