import type { ModuleId } from "../types.ts";
import { answer, type Keeper } from "./asked.ts";
import { Link, type LinkOptions } from "./link.ts";
import { type Listener, listen, type Reader } from "./listen.ts";
import type { FromFrame, RunModule } from "./messages.ts";

export type { Listener } from "./listen.ts";

export type Ended = "done" | "stopped" | "crashed" | "flooded";

export interface SandboxOptions extends LinkOptions {
  /** Where cells' bytes are kept; without it, nothing is kept. */
  keeper?: Keeper;
  /** What a reader is told of a cell that did not end well. */
  words?: { crashed: string; flooded: string };
}

const english = {
  crashed: "This cell used more memory than the page may take.",
  flooded: "This cell said more than the page can show.",
};

interface Run extends ReturnType<typeof listen> {
  number: number;
  modules: RunModule[];
  /** Sent a second time, to a new frame. */
  again: boolean;
  /** When what the cells asked so far has its answer: one at a time, for each may be large. */
  answered: Promise<void>;
  end(how: Ended): void;
  fail(error: unknown): void;
}

/**
 * The page's side of the place where cells run: a frame with an opaque origin, and a worker in it. Everything that comes from
 * there may have been made by a cell, and is checked and bounded before anyone sees it.
 */
export class Sandbox {
  readonly #words: { crashed: string; flooded: string };
  readonly #link: Link;
  readonly #keeper: Keeper | undefined;
  readonly #waiting: Run[] = [];
  #reader: Reader | undefined;
  #run: Run | undefined;
  #runs = 0;

  constructor(options: SandboxOptions) {
    this.#words = options.words ?? english;
    this.#keeper = options.keeper;
    this.#link = new Link(options, (message) => this.#hear(message));
  }

  /** Makes frame and worker ready before they are needed. Rejects when what they need cannot be loaded. */
  async warm(): Promise<void> {
    const reader = import("../../display/read.ts");
    [this.#reader] = await Promise.all([reader, this.#link.warm()]);
  }

  /**
   * Evaluates those of `modules`, dependencies first, that are not evaluated at their version yet. A run that is asked for while
   * another goes on waits for it. One that crashes or floods leaves an error as the result of the module that was under way.
   * Rejects when what a run needs cannot be loaded.
   */
  run(modules: RunModule[], listener: Listener): Promise<Ended> {
    return new Promise((end, fail) => {
      const number = ++this.#runs;
      const heard = listen(modules, listener, this.#words, () => this.#reader as Reader);
      this.#waiting.push({
        number,
        modules,
        ...heard,
        again: false,
        answered: Promise.resolve(),
        end,
        fail,
      });
      if (!this.#run) this.#next();
    });
  }

  #next(): void {
    const run = this.#waiting.shift();
    this.#run = run;
    if (run) this.#send(run);
  }

  #send(run: Run): void {
    this.warm().then(
      () => {
        if (this.#run !== run) return;
        this.#link.tell({ type: "run", run: run.number, modules: run.modules });
        this.#link.watch(() => this.#died(run));
      },
      (error: unknown) => {
        if (this.#run !== run) return;
        this.#next();
        run.fail(error);
      },
    );
  }

  #died(run: Run): void {
    if (run.under() || run.again) {
      this.#finish("crashed");
      return;
    }
    // Nothing was started: the frame had died before, by something that an earlier run left behind.
    run.again = true;
    this.#send(run);
  }

  /** Asks a cell that is running to end with what it has. */
  finish(id: ModuleId): void {
    this.#link.tell({ type: "finish", id });
  }

  /** Ends the run under way, whatever it does, and those that wait. */
  stop(): void {
    for (const run of this.#waiting.splice(0)) run.end("stopped");
    if (!this.#run) return;
    this.#link.tell({ type: "stop" });
    this.#finish("stopped");
  }

  #finish(how: Ended): void {
    this.#link.rest();
    const run = this.#run;
    if (!run) return;
    if (how === "crashed" || how === "flooded") this.#blame(run, this.#words[how]);
    run.end(how);
    this.#next();
  }

  /** The module that was under way gets an error; one that ran out of memory by itself has told so already. */
  #blame(run: Run, message: string): void {
    const last = { id: run.modules.at(-1)?.id ?? "", outputs: [] };
    const failed = run.under() ?? (run.gave() ? undefined : last);
    if (!failed) return;
    const { id: module, outputs } = failed;
    const error = { name: "Ended", message, module };
    run.result(module, { outputs, log: [], values: {}, milliseconds: 0, error });
  }

  #hear(message: FromFrame): void {
    const run = this.#run;
    if (message.type !== "said" && message.type !== "ended" && message.type !== "asked") return;
    if (!run || message.run !== run.number) return;
    if (message.type === "asked")
      run.answered = run.answered.then(() => this.#answer(message.asked, run));
    else if (message.type === "ended") this.#finish(message.how);
    else if (message.said.some((said) => run.hear(said))) this.#finish("done");
    else afterDrawing(() => this.#link.tell({ type: "drawn" }));
  }

  async #answer(asked: unknown, run: Run): Promise<void> {
    if (this.#run !== run) return;
    const given = await answer(asked, run.modules, this.#keeper);
    if (given && this.#run === run) this.#link.tell(given);
  }

  /** Ends what runs and takes the frame away. */
  dispose(): void {
    this.stop();
    this.#link.dispose();
  }
}

/** Calls back when what was told is drawn and as much time again has passed, so that a flood takes no more than half of the page's time. */
function afterDrawing(then: () => void): void {
  const began = performance.now();
  requestAnimationFrame(() => setTimeout(() => setTimeout(then, performance.now() - began)));
}
