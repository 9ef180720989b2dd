import { readOutput, readResult } from "../../display/read.ts";
import type { CellResult, ModuleId, Output } from "../types.ts";
import type { FromFrame, RunModule, Runtime, ToFrame } from "./messages.ts";

export type Ended = "done" | "stopped" | "crashed" | "flooded";

/** What a run tells while it goes on. Called only for modules that the run asked for. */
export interface Listener {
  start?(id: ModuleId): void;
  show?(id: ModuleId, output: Output): void;
  progress?(id: ModuleId, done: number, total: number, note: string | undefined): void;
  result(id: ModuleId, result: CellResult): void;
}

interface Run {
  number: number;
  asked: Set<ModuleId>;
  listener: Listener;
  end(how: Ended): void;
}

/** How often the frame is asked whether it lives while a run is under way, and how long it may take to answer. */
const heartbeat = { every: 500, patience: 4_000 };

/**
 * The page's side of the place where cells run: a frame with an opaque origin, and a worker in it. Everything that comes from
 * there may have been made by a cell, and is checked and bounded before anyone sees it.
 */
export class Sandbox {
  readonly #options: { frameUrl: string; runtime(): Promise<Runtime> };
  #frame: HTMLIFrameElement | undefined;
  #ready: Promise<void> | undefined;
  #run: Run | undefined;
  #runs = 0;
  #answered = 0;
  #started: (() => void) | undefined;

  constructor(options: { frameUrl: string; runtime(): Promise<Runtime> }) {
    this.#options = options;
    addEventListener("message", this.#receive);
  }

  /** Makes frame and worker ready before they are needed. */
  warm(): Promise<void> {
    this.#ready ??= this.#start();
    return this.#ready;
  }

  async #start(): Promise<void> {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.hidden = true;
    frame.title = "Sandbox";
    frame.src = this.#options.frameUrl;
    const loaded = new Promise<void>((resolve) => {
      this.#started = resolve;
    });
    this.#frame = frame;
    document.body.append(frame);
    const [runtime] = await Promise.all([this.#options.runtime(), loaded]);
    this.#tell({ type: "start", runtime });
  }

  #tell(message: ToFrame): void {
    this.#frame?.contentWindow?.postMessage(message, "*");
  }

  /** Evaluates those of `modules`, dependencies first, that are not evaluated at their version yet. One run at a time. */
  async run(modules: RunModule[], listener: Listener): Promise<Ended> {
    if (this.#run) throw new Error("a run is under way");
    const number = ++this.#runs;
    const ended = new Promise<Ended>((end) => {
      this.#run = { number, asked: new Set(modules.map(({ id }) => id)), listener, end };
    });
    void this.warm().then(
      () => {
        if (this.#run?.number !== number) return;
        this.#tell({ type: "run", run: number, modules });
        this.#watch(number);
      },
      () => this.#finish("crashed"),
    );
    return ended;
  }

  /** Ends the run under way, whatever it does. */
  stop(): void {
    if (!this.#run) return;
    this.#finish("stopped");
    this.#tell({ type: "stop" });
  }

  #finish(how: Ended): void {
    const run = this.#run;
    this.#run = undefined;
    run?.end(how);
  }

  /** A frame whose process died does not say so: it stops answering. */
  #watch(number: number): void {
    this.#answered = performance.now();
    const timer = setInterval(() => {
      if (this.#run?.number !== number) return clearInterval(timer);
      if (performance.now() - this.#answered > heartbeat.patience) {
        clearInterval(timer);
        this.dispose();
        this.#finish("crashed");
      } else this.#tell({ type: "ping", ping: number });
    }, heartbeat.every);
  }

  #receive = (event: MessageEvent): void => {
    if (event.source === null || event.source !== this.#frame?.contentWindow) return;
    const message = event.data as FromFrame;
    switch (message.type) {
      case "ready":
        this.#started?.();
        break;
      case "pong":
        this.#answered = performance.now();
        break;
      case "said":
        if (message.run === this.#run?.number) this.#hear(this.#run, message.said);
        break;
      case "crashed":
      case "flooded":
        if (message.run === this.#run?.number) this.#finish(message.type);
    }
  };

  /** What the worker said: any value at all. What is not what an honest worker says is passed over. */
  #hear(run: Run, said: unknown): void {
    if (typeof said !== "object" || said === null) return;
    const { type, id, output, result, done, total, note } = said as Record<string, unknown>;
    if (type === "done") return this.#finish("done");
    if (typeof id !== "string" || !run.asked.has(id)) return;
    try {
      if (type === "start") run.listener.start?.(id);
      if (type === "show") run.listener.show?.(id, readOutput(output));
      if (type === "progress" && typeof done === "number" && typeof total === "number")
        run.listener.progress?.(id, done, total, typeof note === "string" ? note.slice(0, 200) : undefined);
      if (type === "result") {
        run.listener.result(id, readResult(result));
        // Each module has one result in a run: what claims to be another is forged.
        run.asked.delete(id);
      }
    } catch (error) {
      if (type !== "result") return;
      run.asked.delete(id);
      const message = error instanceof Error ? error.message : "not a result";
      run.listener.result(id, { outputs: [], log: [], values: {}, milliseconds: 0, error: { name: "Error", message } });
    }
  }

  /** Takes the frame away; the next run makes a new one. */
  dispose(): void {
    this.#frame?.remove();
    this.#frame = undefined;
    this.#ready = undefined;
  }
}
