import { parse } from "devalue";
import type { Module, ModuleId, PublishedCell, PublishedChapter } from "../types.ts";

/** Where the site keeps what the notebook loads: written by the build with hashes in the names. */
export interface Manifest {
  frame: string;
  worker: string;
  display: string;
  model: string;
  chapters: Record<string, string>;
}

/** The book's own code, loaded a chapter at a time when first needed. */
export class Library {
  readonly #manifest: Manifest;
  readonly #loading = new Map<string, Promise<void>>();
  readonly cells = new Map<ModuleId, PublishedCell>();
  readonly checks = new Map<ModuleId, Module>();

  constructor(manifest: Manifest) {
    this.#manifest = manifest;
  }

  static async open(url: string): Promise<Library> {
    return new Library(JSON.parse(await text(url)) as Manifest);
  }

  /** Texts of the modules that the sandbox needs, fetched once. */
  runtime = once(async () => {
    const { worker, display, model } = this.#manifest;
    const texts = await Promise.all([text(worker), text(display), text(model)]);
    return { worker: texts[0], display: texts[1], model: texts[2] };
  });

  get frame(): string {
    return this.#manifest.frame;
  }

  /** Loads the chapter of a module, and the chapters that its cells import. */
  load(module: ModuleId): Promise<void> {
    const slug = module.slice(0, module.indexOf("/"));
    const url = this.#manifest.chapters[slug];
    if (url === undefined) return Promise.resolve();
    const loading = this.#loading.get(slug) ?? this.#chapter(url);
    this.#loading.set(slug, loading);
    loading.catch(() => this.#loading.delete(slug));
    return loading;
  }

  async #chapter(url: string): Promise<void> {
    const chapter = parse(await text(url)) as PublishedChapter;
    for (const cell of chapter.cells) this.cells.set(cell.id, cell);
    for (const check of chapter.checks) this.checks.set(check.id, check);
  }
}

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

function once<T>(get: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  return () => {
    value ??= get().catch((error) => {
      value = undefined;
      throw error;
    });
    return value;
  };
}
