import { dependants, GraphError, order } from "../graph.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Store } from "../store.ts";
import type { CellError, CellResult, Compiled, ModuleId, Output, ShippedCell } from "../types.ts";
import {
  differences,
  type Ingredients,
  type Inputs,
  type InputValue,
  ingredients,
  versionOf,
} from "../version.ts";
import type { Library } from "./library.ts";

/** A dependant whose last run took no longer than this runs again at once; others turn stale and say why. */
const cheap = 250;

/** A cell as the notebook knows it: its text now, and the result last had, with what it was made from. */
export interface Known {
  readonly published: ShippedCell;
  text: string;
  compiled: Compiled;
  /** Set when `compiled` is older than `text`. */
  dirty: boolean;
  /** Undefined until it runs here: the page shows what the build got. */
  result: CellResult | undefined;
  made: Ingredients;
  stopped: boolean;
  running?:
    | { outputs: Output[]; progress?: { done: number; total: number; note?: string | undefined } }
    | undefined;
}

export interface NotebookOptions {
  library: Library;
  store: Store;
  sandbox: Sandbox;
  /** Called when what is known of a cell changed. */
  changed(id: ModuleId): void;
  /** Called with every result of a run, as it came. */
  finished(id: ModuleId, result: CellResult): void;
}

/** The cells of a page and of all that they import: their texts, their results, and the runs that join them. */
export class Notebook {
  readonly #options: NotebookOptions;
  readonly known = new Map<ModuleId, Known>();
  readonly #inputs = new Map<ModuleId, Record<string, InputValue>>();
  #queue: { id: ModuleId; fresh: boolean }[] = [];
  #working = false;
  #stopping = false;

  constructor(options: NotebookOptions) {
    this.#options = options;
  }

  /** Loads a cell, all that it imports, and what the reader saved of them. */
  async load(id: ModuleId): Promise<void> {
    await this.#options.library.load(id);
    for (const published of this.#options.library.cells.values()) this.#add(published);
    const known = this.known.get(id);
    if (!known) throw new Error(`no cell ${id}`);
    await this.#compile(id);
  }

  #add(published: ShippedCell): void {
    const { id } = published;
    if (this.known.has(id)) return;
    const { store } = this.#options;
    const text = store.edit(id)?.text ?? published.source;
    this.#inputs.set(id, { ...store.inputs(id) });
    this.known.set(id, {
      published,
      text,
      compiled: published,
      dirty: text !== published.source,
      result: undefined,
      made: {},
      stopped: false,
    });
  }

  /** Called once all of a page's cells are loaded: published results are known to come from published texts. */
  settle(): void {
    const published = new Map([...this.known].map(([id, { published: cell }]) => [id, cell]));
    const textOf = (id: ModuleId) => published.get(id)?.source ?? "";
    for (const [id, known] of this.known) {
      if (Object.keys(known.made).length === 0)
        known.made = ingredients(published, id, textOf, () => ({}));
    }
  }

  edit(id: ModuleId, text: string): void {
    const known = this.known.get(id);
    if (!known || known.text === text) return;
    known.text = text;
    known.dirty = true;
    this.#options.store.setEdit(id, text, this.#baseOf(id));
    this.#options.changed(id);
    for (const one of this.#dependants(id)) this.#options.changed(one);
  }

  /** The book's text that an edit started from: an edit that began on an older text keeps that base. */
  #baseOf(id: ModuleId): string {
    return this.#options.store.edit(id)?.base ?? this.known.get(id)?.published.source ?? "";
  }

  /** A control moved: its cell runs again at once, and the cheap ones of those that use it. */
  setInput(id: ModuleId, name: string, value: InputValue): void {
    const inputs = this.#inputs.get(id);
    if (!inputs || inputs[name] === value) return;
    inputs[name] = value;
    this.#options.store.setInput(id, name, value);
    this.run(id);
  }

  /** How long the last run of a cell took, here or at build time. */
  millisecondsOf(id: ModuleId): number {
    const known = this.known.get(id);
    return known?.result?.milliseconds ?? known?.published.milliseconds ?? 0;
  }

  /** Whether all that is stale under a cell took little time when it last ran. */
  isCheap(id: ModuleId): boolean {
    const stale = this.#orderOf(id).filter((one) => this.staleBecause(one).length > 0);
    return stale.every((one) => this.millisecondsOf(one) <= cheap);
  }

  /** A cell and what it needs; itself alone where an import leads nowhere, which its run will say. */
  #orderOf(id: ModuleId): ModuleId[] {
    try {
      return order(this.#modules, id);
    } catch (error) {
      if (error instanceof GraphError) return [id];
      throw error;
    }
  }

  inputsOf(id: ModuleId): Inputs {
    return this.#inputs.get(id) ?? {};
  }

  /** Runs a cell and, after it, what uses it and is cheap. */
  run(id: ModuleId, fresh = false): void {
    this.#enqueue(id, fresh);
    this.#options.changed(id);
    void this.#work();
  }

  runAll(ids: readonly ModuleId[]): Promise<void> {
    for (const id of ids) {
      this.#enqueue(id, false);
      this.#options.changed(id);
    }
    return this.#work();
  }

  #enqueue(id: ModuleId, fresh: boolean): void {
    const waiting = this.#queue.find((one) => one.id === id);
    if (waiting) waiting.fresh ||= fresh;
    else this.#queue.push({ id, fresh });
  }

  isQueued(id: ModuleId): boolean {
    return this.#queue.some((one) => one.id === id);
  }

  /** Ends what runs, and what waits to run. */
  stop(): void {
    const waiting = this.#queue;
    this.#queue = [];
    this.#stopping = true;
    this.#options.sandbox.stop();
    for (const { id } of waiting) this.#options.changed(id);
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
        this.#stopping = false;
        await this.#runOne(next.id, next.fresh);
        if (!this.#stopping) this.#follow(next.id);
      }
    } finally {
      this.#working = false;
    }
  }

  async #runOne(id: ModuleId, fresh: boolean): Promise<void> {
    const known = this.known.get(id);
    if (!known) return;
    const began = known.result;
    try {
      await this.#compile(id);
      const ids = order(this.#modules, id);
      const modules = ids.map((one) => this.#runModule(one, fresh && one === id));
      const made = new Map(ids.map((one) => [one, this.ingredientsOf(one)]));
      const partial = (one: ModuleId) => this.#running(one);
      const ended = await this.#options.sandbox.run(modules, {
        start: (one) => void partial(one),
        show: (one, output) => {
          const run = partial(one);
          if (!run) return;
          const at =
            output.key === undefined
              ? -1
              : run.outputs.findIndex((each) => each.key === output.key);
          if (at < 0) run.outputs.push(output);
          else run.outputs[at] = output;
          this.#options.changed(one);
        },
        progress: (one, done, total, note) => {
          const run = partial(one);
          if (run) run.progress = { done, total, note };
          this.#options.changed(one);
        },
        result: (one, result) => {
          this.#options.finished(one, result);
          this.#finish(one, result, made.get(one) ?? {});
        },
      });
      if (ended === "stopped") known.stopped = true;
    } catch (error) {
      this.#finish(id, { ...empty(), error: asCellError(error, id) }, this.ingredientsOf(id));
    }
    for (const [one, each] of this.known) {
      if (!each.running && one !== id) continue;
      each.running = undefined;
      this.#options.changed(one);
    }
    if (known.result !== began) known.stopped = false;
  }

  #running(id: ModuleId): Known["running"] {
    const known = this.known.get(id);
    if (!known) return undefined;
    if (!known.running) {
      known.running = { outputs: [] };
      this.#options.changed(id);
    }
    return known.running;
  }

  #finish(id: ModuleId, result: CellResult, made: Ingredients): void {
    const known = this.known.get(id);
    if (!known) return;
    known.result = result;
    known.made = made;
    known.stopped = false;
    known.running = undefined;
    this.#options.changed(id);
  }

  /** After a run: what uses the cell runs at once if it is cheap, and says that it is stale if not. */
  #follow(id: ModuleId): void {
    for (const one of this.#dependants(id)) {
      this.#options.changed(one);
      const known = this.known.get(one);
      if (!known || known.dirty || this.staleBecause(one).length === 0) continue;
      if (this.isCheap(one)) this.#enqueue(one, false);
    }
  }

  #runModule(id: ModuleId, fresh: boolean) {
    const known = this.known.get(id);
    if (!known) throw new Error(`no cell ${id}`);
    const check = known.published.check && this.#options.library.checks.get(known.published.check);
    return {
      id,
      code: known.compiled.code,
      imports: known.compiled.imports,
      version: versionOf(this.ingredientsOf(id)),
      inputs: this.inputsOf(id),
      fresh,
      ...(check ? { check: { ...check, version: "book" } } : {}),
    };
  }

  /** Compiles what the reader edited among a cell and its imports, loading other chapters as imports lead there. */
  async #compile(id: ModuleId, done = new Set<ModuleId>()): Promise<void> {
    if (done.has(id)) return;
    done.add(id);
    const known = this.known.get(id);
    if (!known) return;
    if (known.dirty) {
      const { text } = known;
      if (text === known.published.source) known.compiled = known.published;
      else {
        const { compile } = await import("../compile.ts");
        known.compiled = await compile(text, id);
      }
      known.dirty = known.text !== text;
    }
    for (const { specifier } of known.compiled.imports) {
      if (!specifier.startsWith(".")) continue;
      const target = new URL(specifier, `file:///${id}`).pathname.slice(1);
      await this.#options.library.load(target);
      for (const published of this.#options.library.cells.values()) this.#add(published);
      await this.#compile(target, done);
    }
  }

  get #modules() {
    return new Map(
      [...this.known].map(([id, known]) => [id, { id, imports: known.compiled.imports }]),
    );
  }

  #dependants(id: ModuleId): ModuleId[] {
    return dependants(this.#modules, id);
  }

  ingredientsOf(id: ModuleId): Ingredients {
    try {
      return ingredients(
        this.#modules,
        id,
        (one) => this.known.get(one)?.text ?? "",
        (one) => this.inputsOf(one),
      );
    } catch (error) {
      if (error instanceof GraphError) return { [id]: this.known.get(id)?.text ?? "" };
      throw error;
    }
  }

  /** What changed since a cell's result was made: empty when the result is current. */
  staleBecause(id: ModuleId): string[] {
    const known = this.known.get(id);
    return known ? differences(known.made, this.ingredientsOf(id)) : [];
  }

  /** The cells among those that `id` uses, itself included, whose text is the reader's own. */
  editedUnder(id: ModuleId): ModuleId[] {
    return Object.keys(this.ingredientsOf(id)).filter((one) => {
      const known = this.known.get(one);
      return known !== undefined && known.text !== known.published.source;
    });
  }
}

const empty = (): CellResult => ({ outputs: [], log: [], values: {}, milliseconds: 0 });

function asCellError(error: unknown, id: ModuleId): CellError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error), module: id };
  const at = error as Error & { module?: ModuleId; line?: number; column?: number };
  return {
    name: error.name,
    message: error.message,
    module: at.module ?? id,
    ...(at.line === undefined ? {} : { line: at.line }),
    ...(at.column === undefined ? {} : { column: at.column }),
  };
}
