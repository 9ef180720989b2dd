import { button, element } from "../element.ts";
import { nameOf } from "../ids.ts";
import type { ModuleId } from "../types.ts";
import type { Queue } from "./notebook.ts";
import { foot } from "./notice.ts";
import type { Words } from "./words.ts";

/** How far a run of several cells is, over the page: goes to the cell that runs, and stops it. */
export class RunBar {
  readonly #bar: HTMLElement;
  readonly #progress = element("progress.cell-progress");
  readonly #cell: HTMLElement;
  readonly #count = element("span");
  #now: ModuleId | undefined;

  constructor(words: Words, actions: { goTo(id: ModuleId): unknown; stop(): void }) {
    this.#progress.ariaLabel = words.running;
    this.#cell = button("", () => this.#now && actions.goTo(this.#now));
    const stop = button(words.stop, () => actions.stop());
    this.#bar = element("div.notebook-run", this.#progress, this.#cell, this.#count, stop);
  }

  /** One cell alone says itself that it runs. */
  draw({ done, total, now }: Queue): void {
    if (total < 2 || !now) {
      this.#bar.remove();
      return;
    }
    this.#now = now;
    this.#progress.max = total;
    this.#progress.value = done;
    this.#cell.textContent = nameOf(now);
    this.#count.textContent = `${Math.min(done + 1, total)} / ${total}`;
    if (!this.#bar.isConnected) foot().prepend(this.#bar);
  }
}
