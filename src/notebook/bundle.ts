import { statSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { project } from "./book.ts";

const entries = {
  worker: { path: "src/notebook/sandbox/worker.ts", format: "iife" },
  frame: { path: "src/notebook/sandbox/frame.ts", format: "iife" },
  display: { path: "src/display/index.ts", format: "esm" },
  model: { path: "src/model/index.ts", format: "esm" },
} as const;

export type BundleName = keyof typeof entries;

interface Bundled {
  text: string;
  /** When each file in it was last changed. */
  files: ReadonlyMap<string, number>;
}

const bundles = new Map<BundleName, Promise<Bundled>>();

/** The text of a part that runs in the sandbox, with all that it imports in it. Bundled again only when one of its files changed. */
export async function bundle(name: BundleName): Promise<string> {
  const kept = await bundles.get(name)?.catch(() => undefined);
  if (kept && [...kept.files].every(([file, changed]) => changeOf(file) === changed))
    return kept.text;
  const making = make(name);
  bundles.set(name, making);
  return (await making).text;
}

async function make(name: BundleName): Promise<Bundled> {
  const { path, format } = entries[name];
  const { outputFiles, metafile } = await build({
    absWorkingDir: project,
    entryPoints: [path],
    bundle: true,
    write: false,
    metafile: true,
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
  const files = Object.keys(metafile.inputs).map((input) => join(project, input));
  return { text: file.text, files: new Map(files.map((one) => [one, changeOf(one)])) };
}

const changeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
