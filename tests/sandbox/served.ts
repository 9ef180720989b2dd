import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundle, dataModules } from "../../src/notebook/bundle.ts";
import { compile } from "../../src/notebook/compile.ts";
import { sandboxHtml } from "../../src/notebook/sandbox/html.ts";
import type { RunModule } from "../../src/notebook/sandbox/messages.ts";

const page = (script: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>host</title></head><body><script src="${script}"></script></body></html>`;

/** The files of the page that the tests drive. */
export async function hostFiles(): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./host.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
  });
  return {
    "/": page("/host.js"),
    "/host.js": outputFiles[0]?.text ?? "",
    "/sandbox.html": await sandboxHtml(),
    "/worker.js": await bundle("worker"),
    "/display.js": await bundle("display"),
    "/model.js": await bundle("model"),
    ...Object.fromEntries(
      [...(await dataModules())].map(([name, text]) => [
        `/data/${encodeURIComponent(name)}.js`,
        text,
      ]),
    ),
  };
}

let versions = 0;

/** A cell for a run, of a version that was not run before unless one is given. */
export function cell(name: string, code: string, more: Partial<RunModule> = {}): RunModule {
  const id = `01-test/cells/${name}.ts`;
  const compiled = more.imports ? { code } : compile(code, id);
  return { id, imports: [], version: `v${++versions}`, inputs: {}, ...compiled, ...more };
}
