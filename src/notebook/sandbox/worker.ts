import { replaceImports } from "../imports.ts";
import { type EvaluateOptions, type Exports, evaluate } from "../runtime.ts";
import type { CellError, Import, ModuleId } from "../types.ts";
import { harden, watchShared } from "./harden.ts";
import { outOfMemory, type RunModule, type Said } from "./messages.ts";
import { Showing } from "./showing.ts";

/** Runs cells as modules. Bundled as a classic script: Chromium refuses module workers in an opaque origin; `import()` works everywhere. */

interface Evaluated {
  version: string;
  url: string | undefined;
  milliseconds: number;
}

const done = new Map<ModuleId, Evaluated>();
const packages = new Map<string, string>();
let display: Promise<EvaluateOptions["display"]> | undefined;
let queue = Promise.resolve();
/** Modules evaluated and replaced since. An engine keeps each until the worker ends. */
let replaced = 0;

// Kept before any cell runs: what a cell puts in their place later changes nothing here.
const post = self.postMessage.bind(self) as (message: Said) => void;
const now = performance.now.bind(performance);
const makeUrl = URL.createObjectURL.bind(URL);
const every = setInterval.bind(self);
const never = clearInterval.bind(self);
const load = (url: string): Promise<Exports> => import(/* @vite-ignore */ url) as Promise<Exports>;
harden();
const sharedHasChanged = watchShared();

addEventListener("message", (event) => {
  // A cell can make such an event too, but not one that is trusted.
  if (!event.isTrusted) return;
  const data = event.data as RunModule[] | { display: string; model: string };
  if (Array.isArray(data)) {
    queue = queue.then(() => runAll(data));
    return;
  }
  packages.set("@humpty/display", urlOf(data.display));
  packages.set("@humpty/model", urlOf(data.model));
  display = load(packages.get("@humpty/display") ?? "") as unknown as typeof display;
  // Ready before the first cell asks for it.
  void load(packages.get("@humpty/model") ?? "");
});

const urlOf = (code: string): string => makeUrl(new Blob([code], { type: "text/javascript" }));

async function runAll(modules: RunModule[]): Promise<void> {
  for (const module of modules) {
    const before = done.get(module.id);
    if (before?.version === module.version && !module.fresh) continue;
    if (before) replaced++;
    await runOne(module);
  }
  if (sharedHasChanged() || mayStartAnew()) post({ type: "renew" });
  post({ type: "done" });
}

/** A slider moved for minutes leaves many modules behind: a new worker is better, where all there is can be had again at once. */
function mayStartAnew(): boolean {
  let cost = 0;
  for (const { milliseconds } of done.values()) cost += milliseconds;
  return replaced > 300 && cost < 200;
}

async function runOne(module: RunModule): Promise<void> {
  const { id, check } = module;
  const package_ = await display;
  if (!package_) throw new Error("the worker has not been started");
  post({ type: "start", id });
  const showing = new Showing(post, now);
  const timer = every(() => showing.flush(), 33);
  let url: string | undefined;
  const importCell = (): Promise<Exports> => {
    url = prepare(id, module.code, module.imports);
    return load(url);
  };
  const result = await evaluate(async () => importCell(), {
    module: id,
    inputs: module.inputs,
    display: package_,
    onShow: (output) => showing.show(id, output),
    onProgress: (count, total, note) => showing.progress(id, count, total, note),
    importCheck: check ? () => load(prepare(check.id, check.code, check.imports)) : undefined,
  });
  never(timer);
  // A failed module is evaluated again by the next run, and what imports it fails with its error.
  const version = result.error ? "" : module.version;
  done.set(id, { version, url, milliseconds: result.milliseconds });
  const exhausted = result.error !== undefined && isOutOfMemory(result.error);
  if (exhausted) result.error = { ...result.error, ...outOfMemory };
  post({ type: "result", id, result });
  // What the module holds on to stays until the worker ends.
  if (exhausted) post({ type: "exhausted" });
}

/** Engines say in many ways that there is no memory left, and none in an error's type. */
function isOutOfMemory(error: CellError): boolean {
  const words =
    /out of memory|allocation (failed|size overflow)|could not allocate|unable to grow|failed to grow|too much memory/i;
  return words.test(error.message);
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
