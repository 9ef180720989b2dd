import type { Files } from "../language/declarations.ts";
import type { CellResult, Module, ModuleId, ShippedCell } from "../types.ts";

/** A chapter's code, what checks its exercises, and the results that the page shows. */
interface ChapterFiles {
  code: string;
  checks: string;
  results: string;
}

/** Results hold numbers and arrays that JSON has not. */
const parsers: Record<keyof ChapterFiles, (text: string) => unknown> = {
  code: JSON.parse,
  checks: JSON.parse,
  results: async (text) => (await import("devalue")).parse(text),
};

/** Where the site keeps what the notebook loads: written by the build with hashes in the names. */
export interface Manifest {
  frame: string;
  worker: string;
  display: string;
  model: string;
  /** The language service's worker, and what it knows besides the cells. */
  language: string;
  declarations: string;
  /** Modules of data, by the name that the model package imports them by. */
  data: Record<string, string>;
  /** What cells kept when they ran for the build: by cell and name, a file. */
  kept: Record<string, string>;
  chapters: Record<string, ChapterFiles>;
  /** The whole book as a project to take away. */
  project: string;
}

/** The book's own code, loaded a chapter at a time when first needed. */
export class Library {
  readonly #manifest: Manifest;
  /** What was asked for, by its address. */
  readonly #loading = new Map<string, Promise<unknown>>();
  readonly cells = new Map<ModuleId, ShippedCell>();
  readonly checks = new Map<ModuleId, Module>();

  constructor(manifest: Manifest) {
    this.#manifest = manifest;
  }

  /** Texts of the modules that the sandbox needs, fetched once. */
  runtime = once(async () => {
    const { worker, display, model } = this.#manifest;
    const texts = await Promise.all([text(worker), text(display), text(model)]);
    return { worker: texts[0], display: texts[1], model: texts[2] };
  });

  /** The text of a module of data; a cell can ask for any name. */
  data = async (name: string): Promise<string | undefined> => {
    const { data } = this.#manifest;
    return Object.hasOwn(data, name) ? text(data[name] ?? "") : undefined;
  };

  /** The whole book as a project, its files by their paths. */
  project = once(async () => JSON.parse(await text(this.#manifest.project)) as Files);

  /** What computes, by the name of its file, which changes with it. */
  get engine(): string {
    return this.#manifest.model.replace(/^.*\/|\.js$/g, "");
  }

  get frame(): string {
    return this.#manifest.frame;
  }

  get language(): string {
    return this.#manifest.language;
  }

  /** What JavaScript's library, the sandbox and the packages declare. */
  declarations = once(async () => JSON.parse(await text(this.#manifest.declarations)) as Files);

  /** Loads the cells of a module's chapter. */
  async load(module: ModuleId): Promise<void> {
    for (const cell of await this.#part<ShippedCell[]>(module, "code", []))
      this.cells.set(cell.id, cell);
  }

  /** Loads what checks the exercises of a module's chapter. */
  async loadChecks(module: ModuleId): Promise<void> {
    for (const check of await this.#part<Module[]>(module, "checks", []))
      this.checks.set(check.id, check);
  }

  /** The result that the page shows for a cell until it is run. */
  async result(id: ModuleId): Promise<CellResult | undefined> {
    return (await this.#part(id, "results", new Map<ModuleId, CellResult>())).get(id);
  }

  /** What a cell kept under a name when it ran for the build. */
  async kept(id: ModuleId, name: string): Promise<Uint8Array | undefined> {
    const { kept } = this.#manifest;
    const url = Object.hasOwn(kept, `${id} ${name}`) ? kept[`${id} ${name}`] : undefined;
    if (url === undefined) return undefined;
    // Without the network, or after the book was published anew: the cell can make it itself.
    const response = await load(url).catch(() => undefined);
    return response && new Uint8Array(await response.arrayBuffer());
  }

  /** A file of a module's chapter; `none` where there is no such chapter. */
  async #part<T>(module: ModuleId, part: keyof ChapterFiles, none: T): Promise<T> {
    const url = this.#manifest.chapters[chapterOf(module)]?.[part];
    if (url === undefined) return none;
    const loading = this.#loading.get(url) ?? text(url).then(parsers[part]);
    this.#loading.set(url, loading);
    loading.catch(() => this.#loading.delete(url));
    return (await loading) as T;
  }
}

/** `03-attention` of `03-attention/cells/scores.ts`. */
const chapterOf = (id: ModuleId): string => id.slice(0, id.indexOf("/"));

async function load(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

const text = async (url: string): Promise<string> => (await load(url)).text();

/** Gets something when it is first asked for, and again only if that failed. */
export function once<T>(get: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  return () => {
    value ??= get().catch((error) => {
      value = undefined;
      throw error;
    });
    return value;
  };
}
