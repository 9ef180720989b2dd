import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import * as display from "@humpty/display";
import { withoutBytes } from "../display/kinds/files/without-bytes.ts";
import type { Job } from "./bake-run.ts";
import { type Exports, evaluate } from "./runtime.ts";

// A mistake is a text for the starter's place: what it imports is looked for from there.
registerHooks({
  resolve: (specifier, context, next) => {
    const place = context.parentURL?.replace(/\/mistakes\/[^/]+$/, "/starter.ts");
    if (!specifier.startsWith(".") || place === context.parentURL) return next(specifier, context);
    return next(specifier, { ...context, parentURL: place });
  },
});

const load = (file: string): Promise<Exports> => import(pathToFileURL(file).href);

// Node imports a cell's own file: each once, so that what one cell trained the next one finds.
for (const { id, file, check } of workerData as Job[]) {
  parentPort?.postMessage({ id });
  const kept: Record<string, Uint8Array> = {};
  const result = await evaluate(() => load(file), {
    module: id,
    inputs: {},
    display,
    // The build begins from nothing each time, so that it gives the same each time.
    keeping: {
      kept: async () => undefined,
      keep: async (name, bytes, { publish = false } = {}) => {
        if (publish) kept[name] = bytes.slice();
      },
    },
    importCheck: check === undefined ? undefined : () => load(check),
  });
  // What a reader saves is made on the page, and not published.
  for (const output of result.outputs) output.display = withoutBytes(output.display);
  parentPort?.postMessage({
    id,
    result: Object.keys(kept).length > 0 ? { ...result, kept } : result,
  });
}
