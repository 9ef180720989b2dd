import { type Listener, listen } from "./listen.ts";
import type { FromFrame, RunModule, Runtime, ToFrame } from "./messages.ts";

export type { Listener } from "./listen.ts";

export type Ended = "done" | "stopped" | "crashed" | "flooded";

export interface SandboxOptions {
  frameUrl: string;
  runtime(): Promise<Runtime>;
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
  end(how: Ended): void;
  fail(error: unknown): void;
}

/** How often the frame is asked whether it lives while a run is under way, and for how many times it may not answer. */
const heartbeat = { every: 250, patience: 10 };

/** How long a frame may take to load, in milliseconds. */
const loading = 20_000;

/**
 * The page's side of the place where cells run: a frame with an opaque origin, and a worker in it. Everything that comes from
 * there may have been made by a cell, and is checked and bounded before anyone sees it.
 */
export class Sandbox {
  readonly #options: SandboxOptions;
  #frame: HTMLIFrameElement | undefined;
  #ready: Promise<void> | undefined;
  #started: (() => void) | undefined;
  readonly #waiting: Run[] = [];
  #run: Run | undefined;
  #runs = 0;
  #unanswered = 0;
  #beat: ReturnType<typeof setInterval> | undefined;

  constructor(options: SandboxOptions) {
    this.#options = options;
    addEventListener("message", this.#receive);
  }

  /** Makes frame and worker ready before they are needed. Rejects when what they need cannot be loaded. */
  warm(): Promise<void> {
    this.#ready ??= this.#start().catch((error: unknown) => {
      this.#remove();
      throw error;
    });
    return this.#ready;
  }

  async #start(): Promise<void> {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.hidden = true;
    frame.title = "Sandbox";
    frame.src = this.#options.frameUrl;
    const loaded = new Promise<void>((resolve, reject) => {
      this.#started = resolve;
      setTimeout(() => reject(new Error("the place where cells run did not start")), loading);
    });
    this.#frame = frame;
    document.body.append(frame);
    const [runtime] = await Promise.all([this.#options.runtime(), loaded]);
    this.#tell({ type: "start", runtime });
  }

  #tell(message: ToFrame): void {
    this.#frame?.contentWindow?.postMessage(message, "*");
  }

  /**
   * Evaluates those of `modules`, dependencies first, that are not evaluated at their version yet. A run that is asked for while
   * another goes on waits for it. One that crashes or floods leaves an error as the result of the module that was under way.
   */
  run(modules: RunModule[], listener: Listener): Promise<Ended> {
    return new Promise((end, fail) => {
      const number = ++this.#runs;
      this.#waiting.push({
        number,
        modules,
        ...listen(modules, listener, this.#words),
        again: false,
        end,
        fail,
      });
      if (!this.#run) this.#next();
    });
  }

  #next(): void {
    const run = this.#waiting.shift();
    this.#run = run;
    if (run) this.#sendWhenReady(run);
  }

  #sendWhenReady(run: Run): void {
    this.warm().then(
      () => this.#send(run),
      (error: unknown) => {
        if (this.#run !== run) return;
        this.#next();
        run.fail(error);
      },
    );
  }

  #send(run: Run): void {
    if (this.#run !== run) return;
    this.#tell({ type: "run", run: run.number, modules: run.modules });
    this.#unanswered = 0;
    clearInterval(this.#beat);
    this.#beat = setInterval(() => this.#ask(), heartbeat.every);
  }

  /** A frame whose process died does not say so: it stops answering. Counted in questions, for a page in the background asks seldom. */
  #ask(): void {
    if (++this.#unanswered <= heartbeat.patience) {
      this.#tell({ type: "ping" });
      return;
    }
    this.#remove();
    const run = this.#run;
    if (!run) return;
    if (run.under() || run.again) this.#finish("crashed");
    else {
      // Nothing was started: the frame had died before, by something that an earlier run left behind.
      run.again = true;
      this.#sendWhenReady(run);
    }
  }

  /** Ends the run under way, whatever it does, and those that wait. */
  stop(): void {
    for (const run of this.#waiting.splice(0)) run.end("stopped");
    if (!this.#run) return;
    this.#tell({ type: "stop" });
    this.#finish("stopped");
  }

  #finish(how: Ended): void {
    clearInterval(this.#beat);
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

  get #words() {
    return this.#options.words ?? english;
  }

  #receive = (event: MessageEvent): void => {
    if (event.source === null || event.source !== this.#frame?.contentWindow) return;
    const message = event.data as FromFrame;
    if (message.type === "ready") this.#started?.();
    if (message.type === "pong") this.#unanswered = 0;
    if (message.type !== "said" && message.type !== "ended") return;
    const run = this.#run;
    if (message.run !== run?.number) return;
    if (message.type === "ended") this.#finish(message.how);
    else if (message.said.some((said) => run.hear(said))) this.#finish("done");
    else afterDrawing(() => this.#tell({ type: "drawn" }));
  };

  #remove(): void {
    clearInterval(this.#beat);
    this.#frame?.remove();
    this.#frame = undefined;
    this.#ready = undefined;
  }

  /** Ends what runs and takes the frame away. */
  dispose(): void {
    this.stop();
    this.#remove();
    removeEventListener("message", this.#receive);
  }
}

/** Calls back when what was told is drawn and as much time again has passed, so that a flood takes no more than half of the page's time. */
function afterDrawing(then: () => void): void {
  const began = performance.now();
  requestAnimationFrame(() => setTimeout(() => setTimeout(then, performance.now() - began)));
}
