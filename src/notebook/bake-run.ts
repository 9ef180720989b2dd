import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { project } from "./book.ts";
import { toCellError } from "./errors.ts";
import type { BakedResult, CellError, ModuleId } from "./types.ts";

/** A module to run, and for an exercise the file of its check. */
export interface Job {
  id: ModuleId;
  file: string;
  check?: string | undefined;
}

interface Message {
  id: ModuleId;
  result?: BakedResult;
}

/**
 * Runs modules one after another in a thread of their own, with fresh modules, and gives each one's result.
 * One that takes longer than `limit` milliseconds, or ends the thread, gets an error for a result; so do those after it.
 */
export function runAll(jobs: readonly Job[], limit: number): Promise<Map<ModuleId, BakedResult>> {
  const results = new Map<ModuleId, BakedResult>();
  if (jobs.length === 0) return Promise.resolve(results);
  return new Promise((resolve) => {
    let at = jobs[0]?.id ?? "";
    let timer: NodeJS.Timeout | undefined;
    const worker = new Worker(join(project, "src/notebook/bake-worker.ts"), {
      workerData: jobs,
      execArgv: [],
      // What a cell prints is kept with its result.
      stdout: true,
      resourceLimits: { maxOldGenerationSizeMb: 4096 },
    });
    const end = (message: string, thrown?: unknown): void => {
      clearTimeout(timer);
      for (const { id } of jobs) {
        if (results.has(id)) continue;
        if (id !== at)
          results.set(id, failed(id, `was not run, because ${at} before it did not end well`));
        else
          results.set(id, failed(id, message, thrown === undefined ? {} : toCellError(thrown, id)));
      }
      resolve(results);
      void worker.terminate();
    };
    worker.on("message", ({ id, result }: Message) => {
      clearTimeout(timer);
      if (result) {
        results.set(id, result);
        if (results.size === jobs.length) end("");
      } else {
        at = id;
        timer = setTimeout(() => end(`ran longer than ${limit / 1000} seconds`), limit);
      }
    });
    worker.on("error", (error: unknown) => end("ended the run", error));
    worker.on("exit", () => end("ended the run"));
  });
}

const failed = (module: ModuleId, message: string, more: Partial<CellError> = {}): BakedResult => ({
  outputs: [],
  log: [],
  values: {},
  error: { name: "Error", message, module, ...more },
  milliseconds: 0,
});
