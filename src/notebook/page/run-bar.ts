import { nameOf } from "../ids.ts";
import type { ModuleId } from "../types.ts";
import { button } from "./dialog.ts";
import type { Queue } from "./notebook.ts";
import { foot } from "./notice.ts";
import type { Words } from "./words.ts";

/** How far a run of several cells is, over the page: goes to the cell that runs, and stops it. */
export class RunBar {
  readonly #bar = document.createElement("div");
  readonly #progress = document.createElement("progress");
  readonly #cell = button("", "");
  readonly #count = document.createElement("span");
  #now: ModuleId | undefined;

  constructor(words: Words, actions: { goTo(id: ModuleId): unknown; stop(): void }) {
    this.#bar.className = "notebook-run";
    this.#progress.className = "cell-progress";
    this.#progress.ariaLabel = words.running;
    this.#cell.addEventListener("click", () => this.#now && actions.goTo(this.#now));
    const stop = button(words.stop, "");
    stop.addEventListener("click", () => actions.stop());
    this.#bar.append(this.#progress, this.#cell, this.#count, stop);
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
