import {
  cheap,
  type Life,
  type LifeEvent,
  plan,
  published,
  reasons,
  type Status,
  status,
  transition,
} from "../life.ts";
import type { RunModule } from "../sandbox/messages.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { CellError, CellResult, ModuleId, Output } from "../types.ts";
import { type Ingredients, type InputValue, versionOf } from "../version.ts";
import type { Library } from "./library.ts";
import type { Sources } from "./sources.ts";

/** What a run has shown so far. */
export interface Showing {
  outputs: Output[];
  progress?: { done: number; total: number; note: string | undefined };
}

export interface NotebookOptions {
  library: Library;
  sources: Sources;
  sandbox: Sandbox;
  /** Called when what is known of a cell changed. */
  changed(id: ModuleId): void;
  /** Called with every result of a run, as it came. */
  finished(id: ModuleId, result: CellResult): void;
  /** Called when the queue moved. */
  moved(queue: Queue): void;
  /** Called with the text that a run was of, when it ended. */
  ran(id: ModuleId, text: string, end: "done" | "failed" | "stopped", milliseconds: number): void;
}

/** How far the cells are that were asked for, those that follow them included. */
export interface Queue {
  readonly done: number;
  /** 0 when nothing runs. */
  readonly total: number;
  /** What runs now: one that was asked for, or one that it needs. */
  readonly now: ModuleId | undefined;
}

const nothing: Queue = { done: 0, total: 0, now: undefined };

/** Runs the cells of a page one after the other, and knows how each of them stands. */
export class Notebook {
  readonly #options: NotebookOptions;
  readonly #lives = new Map<ModuleId, Life>();
  /** Results of runs here; a cell without one shows what the build got. */
  readonly results = new Map<ModuleId, CellResult>();
  readonly showing = new Map<ModuleId, Showing>();
  /** The texts that what runs was made of. */
  readonly #texts = new Map<ModuleId, string>();
  #waiting: { id: ModuleId; fresh: boolean }[] = [];
  #queue = nothing;
  #working: Promise<void> | undefined;

  constructor(options: NotebookOptions) {
    this.#options = options;
  }

  /** Loads a cell and all that it needs. */
  async load(id: ModuleId): Promise<void> {
    const { sources } = this.#options;
    try {
      await sources.prepare(id);
    } catch (error) {
      // A saved edit that does not compile says so when it is run.
      if (!sources.has(id)) throw error;
    }
  }

  #life(id: ModuleId): Life {
    const { sources } = this.#options;
    const life =
      this.#lives.get(id) ??
      published(sources.publishedIngredients(id), sources.get(id).published.milliseconds);
    this.#lives.set(id, life);
    return life;
  }

  #pass(id: ModuleId, event: LifeEvent): void {
    this.#lives.set(id, transition(this.#life(id), event));
    this.#options.changed(id);
  }

  status(id: ModuleId): Status {
    return status(id, this.#life(id), this.#ingredients(id));
  }

  /** What a cell's result would be made from now: texts and controls, and how far those came that ended early. */
  #ingredients(id: ModuleId): Ingredients {
    const { sources } = this.#options;
    const found: Record<string, string> = { ...sources.ingredients(id) };
    for (const one of sources.ids) {
      const early = one !== id && one in found ? this.#early(one) : undefined;
      if (early !== undefined) found[`${one}?early`] = String(early);
    }
    return found;
  }

  /** How far a cell came that ended early: it does so again until the reader runs it, or something under it changes. */
  #early(id: ModuleId): number | undefined {
    const life = this.#lives.get(id);
    if (life?.early === undefined) return undefined;
    return reasons(life, this.#ingredients(id)).length > 0 ? undefined : life.early;
  }

  /** One short string for what a cell's result would be made from now. */
  version(id: ModuleId): string {
    return versionOf(this.#ingredients(id));
  }

  /** Whether a cell listens when it is asked to end with what it has. */
  mayFinish(id: ModuleId): boolean {
    const { imports } = this.#options.sources.get(id).compiled;
    return imports.some(({ names }) => names?.some(({ name }) => name === "finishing"));
  }

  /** Whether all that is out of date under a cell took little time when it last ran. */
  isCheap(id: ModuleId): boolean {
    const under = Object.keys(this.#options.sources.ingredients(id)).filter(
      (one) => !one.includes("?"),
    );
    const old = under.filter((one) => this.status(one).state === "stale");
    return old.every((one) => this.#life(one).milliseconds <= cheap);
  }

  /** Takes the reader's text of a cell. */
  edit(id: ModuleId, text: string): void {
    this.#changed(this.#options.sources.edit(id, text));
  }

  /** Takes the text of a cell that another tab saved. */
  takeSaved(id: ModuleId): void {
    this.#changed(this.#options.sources.takeSaved(id));
  }

  #changed(modules: readonly ModuleId[]): void {
    const { sources, changed } = this.#options;
    for (const module of modules)
      for (const one of [module, ...sources.dependants(module)]) changed(one);
  }

  /** A control moved: its cell runs again at once. */
  setInput(id: ModuleId, name: string, value: InputValue | undefined): void {
    const moved = this.#options.sources.setInput(id, name, value);
    // Where it stands already, a cell that never followed it is run now.
    if (moved || ["stale", "stopped"].includes(this.status(id).state)) void this.run([id]);
  }

  /** Runs cells, and after each what uses it and is cheap. A `fresh` run evaluates the cell even if nothing changed. */
  run(ids: readonly ModuleId[], fresh = false): Promise<void> {
    for (const id of ids) this.#enqueue(id, fresh);
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
      this.#move(nothing);
    });
    return this.#working;
  }

  #enqueue(id: ModuleId, fresh: boolean): void {
    const waiting = this.#waiting.find((one) => one.id === id);
    if (waiting) waiting.fresh ||= fresh;
    else {
      this.#waiting.push({ id, fresh });
      this.#move({ total: this.#queue.total + 1 });
    }
    this.#pass(id, { type: "queue" });
  }

  #move(queue: Partial<Queue>): void {
    this.#queue = { ...this.#queue, ...queue };
    this.#options.moved(this.#queue);
  }

  /** Asks a cell that runs to end with what it has. */
  finish(id: ModuleId): void {
    this.#options.sandbox.finish(id);
  }

  /** Ends what runs, and what waits to run. */
  stop(): void {
    this.#waiting = [];
    for (const id of this.#lives.keys()) this.#pass(id, { type: "stop" });
    // What a cell has shown so far stays.
    for (const [id, { outputs }] of this.showing) {
      if (outputs.length > 0)
        this.results.set(id, { outputs, log: [], values: {}, milliseconds: 0 });
      this.#options.ran(id, this.#texts.get(id) ?? "", "stopped", 0);
    }
    this.showing.clear();
    this.#options.sandbox.stop();
  }

  async #work(): Promise<void> {
    const { sources } = this.#options;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const ended = await this.#runOne(next.id, next.fresh);
      this.#move({ done: this.#queue.done + 1 });
      if (!ended) continue;
      for (const id of sources.ids) this.#life(id);
      const follow = plan(sources.modules, this.#lives, (id) => this.#ingredients(id), next.id);
      for (const id of follow.run) this.#enqueue(id, false);
      for (const id of follow.stale) this.#options.changed(id);
    }
  }

  /** Gives whether the run came to its end. */
  async #runOne(id: ModuleId, fresh: boolean): Promise<boolean> {
    const { sources, sandbox, library } = this.#options;
    try {
      await sources.prepare(id);
      const checked = sources.runnable(id).filter((one) => sources.get(one.id).published.check);
      await Promise.all(checked.map((one) => library.loadChecks(one.id)));
      const modules = sources
        .runnable(id)
        .map((module) => this.#runModule(module.id, fresh && module.id === id));
      for (const module of modules) this.#texts.set(module.id, sources.get(module.id).text);
      const made = new Map(modules.map((module) => [module.id, this.#ingredients(module.id)]));
      let otherwise = false;
      const ended = await sandbox.run(modules, {
        start: (one) => this.#start(one),
        show: (one, output) => this.#show(one, output),
        progress: (one, done, total, note) => {
          this.showing.set(one, {
            outputs: [],
            ...this.showing.get(one),
            progress: { done, total, note },
          });
          this.#options.changed(one);
        },
        result: (one, result) => {
          const expected = modules.find((module) => module.id === one)?.early;
          otherwise ||= one !== id && !result.error && result.early !== expected;
          this.#finish(one, result, made.get(one) ?? {});
        },
      });
      // A cell under it ended elsewhere than it was thought to: it is made from something else now.
      if (otherwise && ended === "done") return this.#runOne(id, fresh);
      // What was evaluated before at this very version has no new result: it waits no more.
      if (this.#life(id).now === "queued") this.#pass(id, { type: "stop" });
      return ended !== "stopped";
    } catch (error) {
      this.#texts.set(id, sources.get(id).text);
      this.#start(id);
      const failed = {
        outputs: [],
        log: [],
        values: {},
        milliseconds: 0,
        error: toError(error, id),
      };
      this.#finish(id, failed, sources.ingredients(id));
      return true;
    }
  }

  #runModule(id: ModuleId, fresh: boolean): RunModule {
    const { sources, library } = this.#options;
    const { compiled, published: book } = sources.get(id);
    const check = book.check === undefined ? undefined : library.checks.get(book.check);
    return {
      ...compiled,
      id,
      version: this.version(id),
      inputs: sources.inputs(id),
      fresh,
      early: fresh ? undefined : this.#early(id),
      ...(check ? { check: { ...check, version: "book" } } : {}),
    };
  }

  #start(id: ModuleId): void {
    this.showing.set(id, { outputs: [] });
    this.#move({ now: id });
    this.#pass(id, { type: "start" });
  }

  #show(id: ModuleId, output: Output): void {
    const outputs = this.showing.get(id)?.outputs ?? [];
    const at = output.key === undefined ? -1 : outputs.findIndex(({ key }) => key === output.key);
    if (at < 0) outputs.push(output);
    else outputs[at] = output;
    this.#options.changed(id);
  }

  #finish(id: ModuleId, result: CellResult, made: Ingredients): void {
    if (this.#life(id).now !== "running") return;
    const { milliseconds, error, early } = result;
    this.showing.delete(id);
    this.results.set(id, result);
    this.#options.finished(id, result);
    const text = this.#texts.get(id) ?? "";
    this.#options.ran(id, text, error === undefined ? "done" : "failed", milliseconds);
    this.#pass(id, { type: "finish", made, failed: error !== undefined, milliseconds, early });
  }
}

/** An error of compiling or of imports, with its place. */
function toError(error: unknown, id: ModuleId): CellError {
  const { name, message, module, line, column } = error as CellError;
  return {
    name,
    message,
    module: module ?? id,
    ...(line ? { line } : {}),
    ...(column ? { column } : {}),
  };
}
