import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import ts from "typescript";
import { project } from "../book.ts";
import { globalsFile, libraryOf, packagesFolder } from "./files.ts";
import { globals } from "./globals.ts";

/** Text by path, as the language service finds it. */
export type Files = Record<string, string>;

/** The packages that cells import, each with the file that they get. */
const entries = { model: "index.d.ts", display: "index.d.ts" };

/** All that the language service knows besides the cells: JavaScript's own library, what a cell finds without import, and the packages. */
export function declarations(): Files {
  return { ...library("es2023"), [globalsFile]: globals, ...packages() };
}

/** One of TypeScript's own declarations of JavaScript's library, and all that it refers to. */
function library(name: string, found: Files = {}): Files {
  const path = libraryOf(`lib.${name}.d.ts`);
  if (path in found) return found;
  const folder = dirname(createRequire(import.meta.url).resolve("typescript"));
  const text = readFileSync(join(folder, `lib.${name}.d.ts`), "utf8");
  // Without the license that each of them begins with; it stands in the worker's own file.
  found[path] = text.replace(/^\/\*![\s\S]*?\*\/\s*/, "");
  for (const [, other = ""] of text.matchAll(/<reference lib="([\w.]+)"/g)) library(other, found);
  return found;
}

/** The packages' declarations: it takes seconds to make them, so they are kept until a file of a package changes. */
function packages(): Files {
  const hash = createHash("sha256").update(ts.version);
  const sources = ["src/{model,display,notebook}/**/*.ts", "tsconfig.json"];
  for (const path of globSync(sources, { cwd: project }).sort())
    if (!/\.test\.ts$|\/(dist|language)\//.test(path))
      hash.update(path).update(readFileSync(join(project, path)));
  const folder = join(project, ".cache/declarations");
  const kept = join(folder, `${hash.digest("hex").slice(0, 16)}.json`);
  try {
    return JSON.parse(readFileSync(kept, "utf8"));
  } catch {
    const made = reachable(emit());
    mkdirSync(folder, { recursive: true });
    writeFileSync(kept, JSON.stringify(made));
    return made;
  }
}

/** What TypeScript makes of the packages' sources. */
function emit(): Files {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts.getParsedCommandLineOfConfigFile(join(project, "tsconfig.json"), {}, host);
  const program = ts.createProgram(
    Object.keys(entries).map((name) => join(project, "src", name, "index.ts")),
    {
      ...config?.options,
      ...{ noEmit: false, declaration: true, emitDeclarationOnly: true, noCheck: true },
      ...{ rootDir: join(project, "src"), outDir: packagesFolder },
    },
  );
  const made: Files = {};
  program.emit(undefined, (path, text) => {
    made[path] = text;
  });
  return made;
}

/** What of it a cell can come upon, starting from what the packages export. */
function reachable(made: Files): Files {
  const found: Files = {};
  const visit = (path: string): void => {
    const text = made[path];
    if (path in found || text === undefined) return;
    found[path] = text;
    for (const [, specifier = ""] of text.matchAll(/(?:from |import\()"(\.[^"]+)\.tsx?"/g))
      visit(posix.join(posix.dirname(path), `${specifier}.d.ts`));
  };
  for (const [name, entry] of Object.entries(entries)) {
    const folder = `${packagesFolder}/${name}`;
    visit(`${folder}/${entry}`);
    const about = { name: `@humpty/${name}`, exports: `./${entry}` };
    found[`${folder}/package.json`] = JSON.stringify(about);
  }
  return found;
}
