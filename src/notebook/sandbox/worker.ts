import { withoutBytes } from "../../display/kinds/files/without-bytes.ts";
import { replaceImports } from "../imports.ts";
import { type EvaluateOptions, type Exports, evaluate, type Keeping } from "../runtime.ts";
import type { CellError, CellResult, Module, ModuleId } from "../types.ts";
import { isOutOfMemory, nameModule, placed } from "./engines.ts";
import { harden, watchShared } from "./harden.ts";
import {
  type Answer,
  type Ask,
  outOfMemory,
  type RunModule,
  type Said,
  type ToWorker,
} from "./messages.ts";
import { Showing } from "./showing.ts";

/** Runs cells as modules. Bundled as a classic script: Chromium refuses module workers in an opaque origin; `import()` works everywhere. */

interface Evaluated {
  version: string;
  url: string;
  error: CellError | undefined;
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
/** Data that the page was asked for and has not given yet. */
const wanted = new Map<string, (text: string | undefined) => void>();
const given = new Map<string, Promise<Exports>>();
const asking = new Map<number, (answer: Answer) => void>();
let asks = 0;
/** The cell that is running, and what ends it with what it has. */
let running: { id: ModuleId; controller: AbortController } | undefined;

// How the model package, as it is bundled for this place, imports a module of data.
Object.defineProperty(globalThis, Symbol.for("humpty.data"), {
  value: (name: string): Promise<Exports> => {
    const known = given.get(name) ?? want(name);
    given.set(name, known);
    known.catch(() => given.delete(name));
    return known;
  },
});

const sharedHasChanged = watchShared();

addEventListener("message", (event) => {
  // A cell can make such an event too, but not one that is trusted.
  if (!event.isTrusted) return;
  const message = event.data as ToWorker;
  switch (message.type) {
    case "start":
      packages.set("@humpty/display", urlOf(message.display));
      packages.set("@humpty/model", urlOf(message.model));
      display = load(packages.get("@humpty/display") ?? "") as unknown as typeof display;
      // Ready before the first cell asks for it.
      void load(packages.get("@humpty/model") ?? "");
      break;
    case "run":
      queue = queue.then(() => runAll(message.modules));
      break;
    case "give":
      wanted.get(message.name)?.(message.text);
      wanted.delete(message.name);
      break;
    case "finish":
      if (running?.id === message.id) running.controller.abort();
      break;
    case "answer":
      asking.get(message.ask)?.(message);
      asking.delete(message.ask);
  }
});

async function want(name: string): Promise<Exports> {
  const text = await new Promise<string | undefined>((give) => {
    wanted.set(name, give);
    post({ type: "wants", name });
  });
  if (text === undefined) throw new Error(`${name} could not be loaded: is the network there?`);
  return load(urlOf(text));
}

const mostToKeep = 60_000_000;

/** Asks for what a cell kept, or to keep it. */
function ask<Kind extends Ask["type"]>(
  type: Kind,
  what: Omit<Extract<Ask, { type: Kind }>, "type" | "ask">,
): Promise<Uint8Array | undefined> {
  // Made here, where the cell's own line is in its stack.
  const refused = new Error();
  return new Promise((resolve, reject) => {
    const number = ++asks;
    asking.set(number, ({ bytes, error }) => {
      if (error === undefined) return resolve(bytes);
      refused.message = error;
      reject(refused);
    });
    post({ type, ask: number, ...what } as unknown as Ask);
  });
}

const keepingOf = (id: ModuleId): Keeping => ({
  kept: (name) => ask("kept", { id, name: String(name) }),
  keep: async (name, bytes, _, reached) => {
    if (!(bytes instanceof Uint8Array))
      throw new Error("keep: expected a name and bytes, a Uint8Array");
    if (bytes.length > mostToKeep)
      throw new Error(`keep: ${bytes.length} bytes; a page can keep ${mostToKeep} at a time`);
    // Of a view into more, only what it shows is sent.
    await ask("keep", { id, name: String(name), bytes: bytes.slice(), reached });
  },
});

const urlOf = (code: string): string => makeUrl(new Blob([code], { type: "text/javascript" }));

async function runAll(modules: RunModule[]): Promise<void> {
  for (const module of modules) {
    const before = done.get(module.id);
    // What failed is tried again.
    if (before?.version === module.version && !before.error && !module.fresh) continue;
    if (before) replaced++;
    const { early, error } = await runOne(module);
    // What uses it was to be made from another result: the page asks again.
    if (!error && early !== module.early) break;
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

async function runOne(module: RunModule): Promise<CellResult> {
  const { id, version } = module;
  post({ type: "start", id });
  const failed = module.imports.map((one) => done.get(resolve(one.specifier, id))?.error);
  const url = addressOf(module);
  // What imports a failed module fails with its error. Not left to the engine: WebKit imports such a module a second time as if it were whole.
  const error = failed.find((each) => each !== undefined);
  const result: CellResult = error
    ? { outputs: [], log: [], values: {}, milliseconds: 0, error }
    : await evaluateModule(module, url);
  const exhausted = result.error !== undefined && isOutOfMemory(result.error);
  if (exhausted) result.error = { ...result.error, ...outOfMemory };
  const { milliseconds } = result;
  done.set(id, { version, url, milliseconds, error: result.error });
  post({ type: "result", id, result });
  // What the module holds on to stays until the worker ends.
  if (exhausted) post({ type: "exhausted" });
  return result;
}

async function evaluateModule(module: RunModule, url: string): Promise<CellResult> {
  const { id, inputs, check } = module;
  const package_ = await display;
  if (!package_) throw new Error("the worker has not been started");
  const showing = new Showing(post, now);
  const timer = every(() => showing.flush(), 33);
  const controller = new AbortController();
  running = { id, controller };
  if (module.early !== undefined) controller.abort();
  const result = await evaluate(
    placed(() => load(url)),
    {
      module: id,
      imports: module.imports,
      inputs,
      display: package_,
      // Files come with the result alone: sent twice, large ones would be a flood.
      onShow: (output) => showing.show(id, { ...output, display: withoutBytes(output.display) }),
      onProgress: (count, total, note) => showing.progress(id, count, total, note),
      signal: controller.signal,
      keeping: keepingOf(id),
      importCheck: check ? placed(() => importCheck(check)) : undefined,
    },
  );
  never(timer);
  running = undefined;
  return result;
}

/** The module that looks at an answer. */
async function importCheck(module: Module): Promise<Exports> {
  const { default: look } = await load(addressOf(module));
  return {
    default: typeof look === "function" ? placed(async (answer: unknown) => look(answer)) : look,
  };
}

/** A module's code under an address of its own, its imports leading to the addresses of the modules that it uses. */
function addressOf({ id, code, imports }: Module): string {
  const linked = replaceImports(code, imports, (specifier) => {
    const found = packages.get(specifier) ?? done.get(resolve(specifier, id))?.url;
    // The graph has refused it before, and the engine will refuse it now.
    return found ?? specifier;
  });
  const url = urlOf(`${linked}\n//# sourceURL=${id}`);
  nameModule(url, id);
  return url;
}

const resolve = (specifier: string, from: ModuleId): ModuleId =>
  new URL(specifier, `https://book/${from}`).pathname.slice(1);
