import type { Display, Host, InputDisplay, KeepOptions } from "@humpty/display";
import { toCellError } from "./errors.ts";
import { inspect } from "./inspect.ts";
import type { CellResult, Finding, Import, LogLine, ModuleId, Output, Progress } from "./types.ts";
import type { InputValue } from "./version.ts";

const most = { outputs: 200, log: 500, text: 10_000, values: 100 };

export type Exports = Readonly<Record<string, unknown>>;

/** One cell's bytes, kept by name from one run to the next. */
export interface Keeping {
  kept(name: string): Promise<Uint8Array | undefined>;
  /** With how far the cell had come by then, where it told. */
  keep(
    name: string,
    bytes: Uint8Array,
    options: KeepOptions | undefined,
    reached: Progress | undefined,
  ): Promise<void>;
}

export interface EvaluateOptions {
  module: ModuleId;
  inputs: Readonly<Record<string, InputValue>>;
  /** The module's own, so that an import of a name that is not there has its line. */
  imports?: readonly Import[];
  /** Of the very instance of `@humpty/display` that the cell imports. */
  display: {
    setHost(host?: Host): void;
    describe(value: unknown): Display;
    withValue(input: InputDisplay, value: unknown): InputDisplay;
  };
  onShow?(output: Output): void;
  onProgress?(done: number, total: number, note?: string): void;
  /** Aborted when the cell is to end with what it has. */
  signal?: AbortSignal | undefined;
  /** Where the cell's own bytes are kept from one run to the next; nowhere when not given. */
  keeping?: Keeping | undefined;
  /** For an exercise: the module whose default export looks at the answer. */
  importCheck?: (() => Promise<Exports>) | undefined;
}

/** Runs one cell and gathers what it shows, logs, exports and throws. The page's worker and the build both use this. */
export async function evaluate(
  importCell: () => Promise<Exports>,
  options: EvaluateOptions,
): Promise<CellResult> {
  const { module, inputs, display, signal = new AbortController().signal } = options;
  const result: CellResult = { outputs: [], log: [], values: {}, milliseconds: 0 };
  const show = (shown: Display, key?: string): void => {
    const output: Output = {
      ...(key === undefined ? {} : { key: String(key).slice(0, 200) }),
      display: shown,
    };
    const at = key === undefined ? -1 : result.outputs.findIndex((one) => one.key === output.key);
    if (at >= 0) result.outputs[at] = output;
    else if (result.outputs.length < most.outputs) result.outputs.push(output);
    else return;
    options.onShow?.(output);
  };
  let reached: Progress | undefined;
  let listens = false;
  display.setHost({
    show,
    progress: (done, total, note) => {
      reached = { done, total };
      options.onProgress?.(done, total, note);
    },
    finishing: () => {
      listens = true;
      return signal;
    },
    input: (input) => display.withValue(input, inputs[input.name]),
    file: (name) => {
      const value = inputs[name];
      return value instanceof File ? value : undefined;
    },
    kept: async (name) => options.keeping?.kept(name),
    keep: async (name, bytes, how) => options.keeping?.keep(name, bytes, how, reached),
  });
  const restore = captureConsole(result.log);
  // Deep in a package, the cell's own line must still be within what V8 keeps of a stack.
  Error.stackTraceLimit = 100;
  const began = performance.now();
  try {
    const exports = await importCell();
    if (exports["default"] !== undefined) show(display.describe(exports["default"]));
    result.values = primitives(exports);
    const shapes = shapesOf(exports);
    if (Object.keys(shapes).length > 0) result.shapes = shapes;
    // One that was done before it heard of it has not ended early.
    if (listens && signal.aborted && reached && reached.done < reached.total)
      result.early = reached.done;
    const check = (await options.importCheck?.())?.["default"];
    if (typeof check === "function") {
      const finding = (await check(exports)) as Finding | undefined;
      result.verdict = finding === undefined ? { solved: true } : { solved: false, finding };
    }
  } catch (thrown) {
    result.error = toCellError(thrown, module, options.imports);
  } finally {
    result.milliseconds = performance.now() - began;
    restore();
    display.setHost();
  }
  return result;
}

function primitives(exports: Exports): CellResult["values"] {
  const values: CellResult["values"] = {};
  for (const [name, value] of Object.entries(exports).slice(0, most.values)) {
    if (name === "default") continue;
    if (typeof value === "string") values[name] = value.slice(0, 200);
    if (typeof value === "number" || typeof value === "boolean") values[name] = value;
  }
  return values;
}

/** The shapes of what is exported and looks like a tensor. */
function shapesOf(exports: Exports): Record<string, number[]> {
  const shapes: Record<string, number[]> = {};
  for (const [name, value] of Object.entries(exports).slice(0, most.values)) {
    if (name === "default" || typeof value !== "object" || value === null) continue;
    try {
      const { shape } = value as { shape?: unknown };
      if (Array.isArray(shape) && "data" in value) shapes[name] = [...shape];
    } catch {
      // What throws when it is looked at has no shape to tell.
    }
  }
  return shapes;
}

function captureConsole(log: LogLine[]): () => void {
  const before = { ...console };
  for (const level of ["log", "info", "warn", "error"] as const) {
    console[level] = (...things: unknown[]) => {
      if (log.length === most.log)
        log.push({ level: "warn", text: "… more lines than can be shown" });
      if (log.length >= most.log) return;
      log.push({ level, text: things.map(inspect).join(" ").slice(0, most.text) });
    };
  }
  console.debug = console.log;
  console.table = console.log;
  return () => void Object.assign(console, before);
}
