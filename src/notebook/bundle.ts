import { statSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { project } from "./book.ts";
import { leanTypescript } from "./language/lean.ts";

const entries = {
  worker: { path: "src/notebook/sandbox/worker.ts", format: "iife" },
  frame: { path: "src/notebook/sandbox/frame.ts", format: "iife" },
  display: { path: "src/display/index.ts", format: "esm" },
  model: { path: "src/model/index.ts", format: "esm" },
  language: { path: "src/notebook/language/worker.ts", format: "iife" },
} as const;

export type BundleName = keyof typeof entries;

interface Bundled {
  text: string;
  /** What of it is fetched only when asked for: see `deferred`. */
  data: readonly string[];
  /** When each file in it was last changed. */
  files: ReadonlyMap<string, number>;
}

const bundles = new Map<BundleName, Promise<Bundled>>();

/** The text of a part that runs in the sandbox, with all that it imports in it. Bundled again only when one of its files changed. */
export async function bundle(name: BundleName): Promise<string> {
  return (await bundled(name)).text;
}

async function bundled(name: BundleName): Promise<Bundled> {
  const kept = await bundles.get(name)?.catch(() => undefined);
  if (kept && [...kept.files].every(([file, changed]) => changeOf(file) === changed)) return kept;
  const making = make(name);
  bundles.set(name, making);
  return making;
}

/** The modules of data that the model package imports when they are asked for, such as a text to learn from: by name, their own text. */
export async function dataModules(): Promise<ReadonlyMap<string, string>> {
  const { data } = await bundled("model");
  const texts = data.map(async (name) => {
    const { outputFiles } = await build({
      ...{ absWorkingDir: join(project, "src/model"), bundle: true, write: false, minify: true },
      ...{ format: "esm", target: "es2022" },
      stdin: {
        contents: `export { default } from ${JSON.stringify(name)}`,
        resolveDir: join(project, "src/model"),
      },
    });
    return [name, outputFiles[0]?.text ?? ""] as const;
  });
  return new Map(await Promise.all(texts));
}

/**
 * A package that is imported by `import()` is data, too large to come along: in the sandbox, where nothing can be fetched, the page is asked
 * for it.
 */
const deferred = (names: Set<string>): Plugin => ({
  name: "deferred",
  setup(build) {
    build.onResolve({ filter: /^[^.]/ }, ({ kind, path }) => {
      if (kind !== "dynamic-import") return undefined;
      names.add(path);
      return { path, namespace: "deferred" };
    });
    build.onLoad({ filter: /.*/, namespace: "deferred" }, ({ path }) => ({
      contents: `export default (await globalThis[Symbol.for("humpty.data")](${JSON.stringify(path)})).default`,
    }));
  },
});

async function make(name: BundleName): Promise<Bundled> {
  const { path, format } = entries[name];
  const data = new Set<string>();
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
    // TypeScript looks for Node in vain.
    define: { process: "undefined" },
    plugins: [deferred(data), leanTypescript],
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`${name}: nothing was bundled`);
  const files = Object.keys(metafile.inputs)
    .filter((input) => !input.startsWith("deferred:"))
    .map((input) => join(project, input));
  return {
    text: file.text,
    data: [...data].sort(),
    files: new Map(files.map((one) => [one, changeOf(one)])),
  };
}

const changeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
