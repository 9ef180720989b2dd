import type { CellResult, ModuleId, Output } from "../types.ts";
import { outOfMemory } from "./messages.ts";

/** What a run tells while it goes on. Called only for modules that the run asked for. */
export interface Listener {
  start?(id: ModuleId): void;
  show?(id: ModuleId, output: Output): void;
  progress?(id: ModuleId, done: number, total: number, note: string | undefined): void;
  result(id: ModuleId, result: CellResult): void;
}

/** What checks the data of a worker. */
export type Reader = typeof import("../../display/read.ts");

/** Live outputs of one module that a run passes on; the result bounds its own. */
const mostOutputs = 200;

/** Hears what a worker says, any value at all, and tells the listener what of it an honest worker could have said. */
export function listen(
  modules: readonly { id: ModuleId }[],
  listener: Listener,
  words: { crashed: string },
  reader: () => Reader,
) {
  const due = new Set(modules.map(({ id }) => id));
  let under: { id: ModuleId; outputs: Output[] } | undefined;

  function keep(output: Output): boolean {
    const outputs = under?.outputs ?? [];
    const at = output.key === undefined ? -1 : outputs.findIndex(({ key }) => key === output.key);
    if (at >= 0) outputs[at] = output;
    else if (outputs.length < mostOutputs) outputs.push(output);
    else return false;
    return true;
  }

  function finish(id: ModuleId, result: CellResult): void {
    // Each module has one result in a run: what claims to be another is forged.
    if (!due.delete(id)) return;
    if (under?.id === id) under = undefined;
    listener.result(id, result);
  }

  return {
    under: () => under,
    /** Whether any module has had its result. */
    gave: () => due.size < modules.length,
    result: finish,

    /** Gives whether the worker says that the run is done. */
    hear(said: unknown): boolean {
      if (typeof said !== "object" || said === null) return false;
      const { type, id, output, result, done, total, note } = said as Record<string, unknown>;
      if (type === "done") return true;
      if (typeof id !== "string" || !due.has(id)) return false;
      if (type === "start") {
        under = { id, outputs: [] };
        listener.start?.(id);
      }
      if (type === "progress" && isCount(done) && isCount(total)) {
        listener.progress?.(
          id,
          done,
          total,
          typeof note === "string" ? note.slice(0, 200) : undefined,
        );
      }
      if (type === "show" && under?.id === id) {
        const shown = attempt(() => reader().readOutput(output));
        if (!(shown instanceof Error) && keep(shown)) listener.show?.(id, shown);
      }
      if (type === "result") {
        const read = attempt(() => reader().readResult(result));
        finish(id, read instanceof Error ? failed(read.message) : inWords(read, words.crashed));
      }
      return false;
    },
  };
}

function inWords(result: CellResult, crashed: string): CellResult {
  if (result.error?.name === outOfMemory.name) result.error.message = crashed;
  return result;
}

export const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0;

function attempt<T>(read: () => T): T | Error {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const failed = (message: string): CellResult => ({
  outputs: [],
  log: [],
  values: {},
  milliseconds: 0,
  error: { name: "Error", message },
});
