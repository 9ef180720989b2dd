import { replaceImports } from "../imports.ts";
import { type EvaluateOptions, type Exports, evaluate } from "../runtime.ts";
import type { Import, ModuleId, Output } from "../types.ts";
import type { RunModule, Said } from "./messages.ts";

/** Runs cells as modules. Bundled as a classic script: Chromium refuses module workers in an opaque origin; `import()` works everywhere. */

interface Evaluated {
  version: string;
  url: string;
  exports: Promise<Exports>;
}

const done = new Map<ModuleId, Evaluated>();
const packages = new Map<string, string>();
let display: Promise<EvaluateOptions["display"]> | undefined;
let queue = Promise.resolve();

// Kept before any cell runs: what a cell puts in their place later changes nothing here.
const post = self.postMessage.bind(self) as (message: Said) => void;
const now = performance.now.bind(performance);
const makeUrl = URL.createObjectURL.bind(URL);
const freeUrl = URL.revokeObjectURL.bind(URL);
const load = (url: string): Promise<Exports> => import(/* @vite-ignore */ url) as Promise<Exports>;

addEventListener("message", (event) => {
  const data = event.data as RunModule[] | { display: string; model: string };
  if (Array.isArray(data)) {
    queue = queue.then(() => runAll(data));
    return;
  }
  packages.set("@humpty/display", urlOf(data.display));
  packages.set("@humpty/model", urlOf(data.model));
  display = load(packages.get("@humpty/display") ?? "") as unknown as Promise<EvaluateOptions["display"]>;
  // Ready before the first cell asks for it.
  void load(packages.get("@humpty/model") ?? "");
});

const urlOf = (code: string): string => makeUrl(new Blob([code], { type: "text/javascript" }));

async function runAll(modules: RunModule[]): Promise<void> {
  for (const module of modules) {
    const before = done.get(module.id);
    if (before?.version === module.version && !module.fresh) continue;
    await runOne(module);
    if (before) freeUrl(before.url);
  }
  post({ type: "done" });
}

async function runOne(module: RunModule): Promise<void> {
  const { id, check } = module;
  const package_ = await display;
  if (!package_) throw new Error("the worker has not been started");
  post({ type: "start", id });
  const showing = new Showing(id);
  const url = prepare(id, module.code, module.imports);
  const importCell = (): Promise<Exports> => {
    const exports = load(url);
    done.set(id, { version: module.version, url, exports });
    return exports;
  };
  const result = await evaluate(importCell, {
    module: id,
    inputs: module.inputs,
    display: package_,
    onShow: (output) => showing.show(output),
    onProgress: (count, total, note) => showing.progress(count, total, note),
    importCheck: check ? () => load(prepare(check.id, check.code, check.imports)) : undefined,
  });
  // A failed module is evaluated again by the next run, and what imports it fails with its error.
  if (result.error) done.set(id, { version: "", url, exports: Promise.resolve({}) });
  post({ type: "result", id, result });
}

/** A module's code under a URL of its own, its imports leading to those of the modules that it uses. */
function prepare(id: ModuleId, code: string, imports: readonly Import[]): string {
  const linked = replaceImports(code, imports, (specifier) => {
    const found = packages.get(specifier) ?? done.get(resolve(specifier, id))?.url;
    if (found === undefined) throw new Error(`${id}: nothing is known of ${specifier}`);
    return found;
  });
  return urlOf(`${linked}\n//# sourceURL=${id}`);
}

const resolve = (specifier: string, from: ModuleId): ModuleId =>
  new URL(specifier, `https://book/${from}`).pathname.slice(1);

/** Passes on what a cell shows while it runs: at most some 30 times a second for each key. */
class Showing {
  readonly #id: ModuleId;
  readonly #last = new Map<string, number>();

  constructor(id: ModuleId) {
    this.#id = id;
  }

  #due(key: string): boolean {
    const time = now();
    if (time - (this.#last.get(key) ?? Number.NEGATIVE_INFINITY) < 33) return false;
    this.#last.set(key, time);
    return true;
  }

  show(output: Output): void {
    const { key } = output;
    // What has no key is part of the result soon enough.
    if (key !== undefined && this.#due(`show:${key}`)) post({ type: "show", id: this.#id, output });
  }

  progress(count: number, total: number, note: string | undefined): void {
    if (!this.#due("progress")) return;
    post({ type: "progress", id: this.#id, done: count, total, ...(note === undefined ? {} : { note }) });
  }
}
