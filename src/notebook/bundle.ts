import { join } from "node:path";
import { build } from "esbuild";

const entries = {
  worker: { path: "src/notebook/sandbox/worker.ts", format: "iife" },
  frame: { path: "src/notebook/sandbox/frame.ts", format: "iife" },
  display: { path: "src/display/index.ts", format: "esm" },
  model: { path: "src/model/index.ts", format: "esm" },
} as const;

export type BundleName = keyof typeof entries;

/** The text of a part that runs in the sandbox, with all that it imports in it. */
export async function bundle(name: BundleName): Promise<string> {
  const { path, format } = entries[name];
  const { outputFiles } = await build({
    entryPoints: [join(process.cwd(), path)],
    bundle: true,
    write: false,
    minify: true,
    // The names of functions and classes show in errors and values that readers see.
    keepNames: name === "model",
    format,
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`${name}: nothing was bundled`);
  return file.text;
}
