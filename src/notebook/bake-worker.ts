import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import * as display from "@humpty/display";
import { evaluate } from "./runtime.ts";
import type { ModuleId } from "./types.ts";

/** One cell for a worker to run: where its text is, and what checks it. */
export interface Job {
  id: ModuleId;
  path: string;
  /** For an exercise: run this file's text in the starter's place. */
  as?: string;
  check?: string;
}

// `starter.ts?as=mistakes/one.ts` is the mistake's text at the starter's place, so that its imports lead where the starter's do.
registerHooks({
  load(url, context, next) {
    const as = new URL(url, "file:///").searchParams.get("as");
    if (as === null) return next(url, context);
    return { format: "module-typescript", source: readFileSync(as, "utf8"), shortCircuit: true };
  },
});

for (const { id, path, as, check } of workerData as Job[]) {
  const url = pathToFileURL(path);
  if (as !== undefined) url.searchParams.set("as", as);
  const result = await evaluate(() => import(url.href), {
    module: id,
    inputs: {},
    display,
    importCheck: check === undefined ? undefined : () => import(pathToFileURL(check).href),
  });
  parentPort?.postMessage(result);
}
