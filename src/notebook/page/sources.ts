import { dependants, GraphError, order } from "../graph.ts";
import { solutionOf, starterOf } from "../ids.ts";
import type { Store } from "../store.ts";
import type { Compiled, Module, ModuleId, ShippedCell } from "../types.ts";
import {
  digest,
  type Ingredients,
  type Inputs,
  type InputValue,
  ingredients,
  versionOf,
} from "../version.ts";
import type { Library } from "./library.ts";

/** A cell's text as it stands, the reader's or the book's, and the code that it was last compiled to. */
export interface Source {
  readonly published: ShippedCell;
  text: string;
  compiled: Compiled;
  /** Set when `compiled` is older than `text`. */
  dirty: boolean;
}

/** The texts and controls of all cells that a page has or needs: the book's, with the reader's saved edits in their places. */
export class Sources {
  readonly #library: Library;
  readonly #store: Store;
  readonly #cells = new Map<ModuleId, Source>();
  readonly #inputs = new Map<ModuleId, Record<string, InputValue>>();

  constructor(library: Library, store: Store) {
    this.#library = library;
    this.#store = store;
  }

  get ids(): Iterable<ModuleId> {
    return this.#cells.keys();
  }

  get(id: ModuleId): Source {
    const source = this.#cells.get(id);
    if (!source) throw new Error(`there is no cell ${id}`);
    return source;
  }

  has(id: ModuleId): boolean {
    return this.#cells.has(id);
  }

  isEdited(id: ModuleId): boolean {
    const source = this.#cells.get(id);
    return source !== undefined && source.text !== source.published.source;
  }

  /**
   * Loads a cell, the chapters that its imports lead to, and what the reader saved of them; compiles what was edited. Throws the first thing that went
   * wrong, when all the rest is there: a text that does not compile keeps nobody from knowing what its users are made of.
   */
  async prepare(id: ModuleId): Promise<void> {
    const wrongs: unknown[] = [];
    await this.#prepare(id, new Set(), wrongs);
    if (wrongs.length > 0) throw wrongs[0];
  }

  async #prepare(id: ModuleId, done: Set<ModuleId>, wrongs: unknown[]): Promise<void> {
    if (done.has(id)) return;
    done.add(id);
    try {
      await this.#library.load(id);
      for (const published of this.#library.cells.values()) this.#add(published);
      const source = this.#cells.get(id);
      if (source?.dirty) await this.#compile(id, source);
    } catch (error) {
      wrongs.push(error);
    }
    for (const { specifier } of this.#cells.get(id)?.compiled.imports ?? []) {
      if (!specifier.startsWith(".")) continue;
      await this.#prepare(new URL(specifier, `file:///${id}`).pathname.slice(1), done, wrongs);
    }
  }

  #add(published: ShippedCell): void {
    const { id } = published;
    if (this.#cells.has(id)) return;
    const text = this.#savedText(id) ?? published.source;
    const dirty = text !== published.source;
    this.#cells.set(id, { published, text, compiled: published, dirty });
    this.#inputs.set(id, { ...this.#store.inputs(id) });
  }

  /** The reader's text of a cell. That of a solution is their answer, unless they chose the book's. */
  #savedText(id: ModuleId): string | undefined {
    const starter = starterOf(id);
    if (starter === undefined) return this.#store.edit(id)?.text;
    return this.#store.takesBooks(id) ? undefined : this.#store.edit(starter)?.text;
  }

  async #compile(id: ModuleId, source: Source): Promise<void> {
    const { text, published } = source;
    if (text === published.source) source.compiled = published;
    else source.compiled = (await import("../compile.ts")).compile(text, id);
    // The reader may have typed on while the compiler was loading.
    source.dirty = source.text !== text;
  }

  /** Takes and keeps the reader's text; gives the modules that have it now. */
  edit(id: ModuleId, text: string): ModuleId[] {
    const source = this.get(id);
    if (source.text === text) return [];
    source.text = text;
    source.dirty = true;
    const { source: book } = source.published;
    if (starterOf(id) !== undefined) {
      // Not a text of its own, but a choice between two.
      this.#store.takeBooks(id, text === book);
      return [id];
    }
    // An edit that began on an older text of the book's keeps that as its base, until the reader takes the newer one.
    const base = text === book ? book : (this.#store.edit(id)?.base ?? book);
    this.#store.setEdit(id, text, base);
    return [id, ...this.#answered(solutionOf(id))];
  }

  /** Takes the text that another tab saved, which keeps nothing here; gives the modules that have it now. */
  takeSaved(id: ModuleId): ModuleId[] {
    const solution = solutionOf(id);
    return [id, ...(solution === undefined ? [] : [solution])].filter((one) => this.#reread(one));
  }

  /** Whether the saved text of a cell is another than it had here. */
  #reread(id: ModuleId): boolean {
    const source = this.#cells.get(id);
    const text = source && (this.#savedText(id) ?? source.published.source);
    if (source === undefined || text === undefined || source.text === text) return false;
    source.text = text;
    source.dirty = true;
    return true;
  }

  /** An answer that the reader works on is the one to use. */
  #answered(solution: ModuleId | undefined): ModuleId[] {
    if (solution === undefined || !this.has(solution)) return [];
    this.#store.takeBooks(solution, false);
    return this.#reread(solution) ? [solution] : [];
  }

  inputs(id: ModuleId): Inputs {
    return this.#inputs.get(id) ?? {};
  }

  /** Takes and keeps a control's position, undefined for where the cell has it at first; false where it stood there already. */
  setInput(id: ModuleId, name: string, value: InputValue | undefined): boolean {
    const inputs = this.#inputs.get(id);
    if (!inputs || inputs[name] === value) return false;
    if (value === undefined) delete inputs[name];
    else inputs[name] = value;
    // Of a file the store keeps nothing: the keeper does, where it is small.
    this.#store.setInput(id, name, value instanceof File ? undefined : value);
    return true;
  }

  /** All modules, for the graph. */
  get modules(): Map<ModuleId, Module> {
    return new Map([...this.#cells].map(([id, { compiled }]) => [id, { ...compiled, id }]));
  }

  dependants(id: ModuleId): ModuleId[] {
    return dependants(this.modules, id);
  }

  /** What a cell's result would be made from now. */
  ingredients(id: ModuleId): Ingredients {
    const textOf = (one: ModuleId) => this.get(one).text;
    try {
      return ingredients(this.modules, id, textOf, (one) => this.inputs(one));
    } catch (error) {
      // An import that leads nowhere: the run will say so.
      if (error instanceof GraphError) return { [id]: digest(textOf(id)) };
      throw error;
    }
  }

  /** What a cell's published result was made from. */
  publishedIngredients(id: ModuleId): Ingredients {
    const modules = new Map([...this.#cells].map(([one, { published }]) => [one, published]));
    return ingredients(
      modules,
      id,
      (one) => this.get(one).published.source,
      () => ({}),
    );
  }

  /** What the build kept for a cell, where this version is what the build ran. */
  async publishedKept(
    id: ModuleId,
    version: string,
    name: string,
  ): Promise<Uint8Array | undefined> {
    if (version !== versionOf(this.publishedIngredients(id))) return undefined;
    return this.#library.kept(id, name);
  }

  /** A cell and all that it needs, as the sandbox runs them. Throws a GraphError where an import leads nowhere. */
  runnable(id: ModuleId): Module[] {
    const { modules } = this;
    return order(modules, id).flatMap((one) => modules.get(one) ?? []);
  }
}
