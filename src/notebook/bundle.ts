import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const entries = {
  worker: { path: "./sandbox/worker.ts", format: "iife" },
  frame: { path: "./sandbox/frame.ts", format: "iife" },
  display: { path: "../display/index.ts", format: "esm" },
  model: { path: "../model/index.ts", format: "esm" },
} as const;

export type BundleName = keyof typeof entries;

/** The text of a part that runs in the sandbox, with all that it imports in it. */
export async function bundle(name: BundleName): Promise<string> {
  const { path, format } = entries[name];
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(path, import.meta.url))],
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
