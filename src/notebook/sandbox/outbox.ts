import type { ModuleId } from "../types.ts";
import { weigh } from "./weigh.ts";

/**
 * More than this is a flood. An honest worker says some 300 things a second at most; a cell's whole result, with all its numbers' sums, is
 * under 32 million bytes.
 */
const most = { messages: 2_000, bytes: 64e6, waiting: 1_000 };

/**
 * What a run says on its way to the page. Of what is shown under one key only the newest waits; results are let through once for each
 * module of the run, and nothing after the run is done.
 */
export class Outbox {
  readonly #due: Set<ModuleId>;
  #waiting = new Map<string, unknown>();
  #second = 0;
  #messages = 0;
  #bytes = 0;
  #done = false;
  #unnamed = 0;

  constructor(modules: readonly { id: ModuleId }[]) {
    this.#due = new Set(modules.map(({ id }) => id));
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  /** Whether a message of this time is one too many: told without looking into it, for looking costs time too. */
  counts(time: number): boolean {
    const second = Math.floor(time / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#messages = 0;
      this.#bytes = 0;
    }
    return ++this.#messages <= most.messages;
  }

  /** Takes what the worker said; gives "now" for what must not wait, such as results. */
  put(said: unknown): "now" | "later" | "flooded" {
    const weight = weigh(said, most.bytes);
    this.#bytes += weight ?? 0;
    if (this.#bytes > most.bytes) return "flooded";
    if (typeof said !== "object" || said === null || weight === undefined || this.#done)
      return "later";
    const { type, id } = said as Record<string, unknown>;
    if (type === "done") this.#done = true;
    else if (typeof id !== "string" || !this.#due.has(id)) return "later";
    if (type === "result") this.#due.delete(id as ModuleId);
    const key = keyOf(said as Record<string, unknown>) ?? `${++this.#unnamed}`;
    this.#waiting.delete(key);
    this.#waiting.set(key, said);
    if (this.#waiting.size > most.waiting) return "flooded";
    return type === "done" || type === "result" ? "now" : "later";
  }

  takeAll(): unknown[] {
    const all = [...this.#waiting.values()];
    this.#waiting = new Map();
    return all;
  }
}

/** What is said under one key replaces what was said under it before. */
function keyOf({ type, id, output }: Record<string, unknown>): string | undefined {
  if (type === "progress") return `progress ${id}`;
  if (type !== "show" || typeof output !== "object" || output === null) return undefined;
  const { key } = output as { key?: unknown };
  return typeof key === "string" ? `show ${id} ${key}` : undefined;
}
