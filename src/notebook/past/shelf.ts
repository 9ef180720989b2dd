import { createStore, del, get, set, update } from "idb-keyval";

/** What is kept of the pasts of cells: in this browser's IndexedDB, and for the visit alone where that cannot be. */
export class Shelf {
  readonly #place = createStore("humpty-past", "past");
  /** What could not be kept. It stands before what is. */
  readonly #memory = new Map<string, unknown>();

  /** Whether all is kept beyond this visit. */
  get keeps(): boolean {
    return this.#memory.size === 0;
  }

  async get(key: string): Promise<unknown> {
    if (this.#memory.has(key)) return this.#memory.get(key);
    try {
      return await get<unknown>(key, this.#place);
    } catch {
      return undefined;
    }
  }

  /** Keeps something for whoever asks later; undefined forgets it. Nothing is kept in memory: it is worth nothing to this visit. */
  async set(key: string, value: unknown): Promise<void> {
    try {
      await (value === undefined ? del(key, this.#place) : set(key, value, this.#place));
    } catch {
      // The next change tries again.
    }
  }

  /** Makes what is under a key another, one change after the other in all tabs. */
  async change(key: string, next: (before: unknown) => unknown): Promise<void> {
    const mine = this.#memory;
    try {
      await update(key, (kept) => next(mine.has(key) ? mine.get(key) : kept), this.#place);
      mine.delete(key);
    } catch {
      mine.set(key, next(await this.get(key)));
    }
  }
}
