import { createHash } from "node:crypto";
import { stringify } from "devalue";
import { bakeBook } from "../notebook/bake.ts";
import { type BundleName, bundle, dataModules } from "../notebook/bundle.ts";
import { nameOf } from "../notebook/ids.ts";
import { declarations } from "../notebook/language/declarations.ts";
import type { ModuleId, PublishedCell, PublishedChapter, ShippedCell } from "../notebook/types.ts";
import { at } from "./paths.ts";
import { projectOf } from "./project.ts";

let baking: Promise<PublishedChapter[]> | undefined;

/** The chapters' code and results: run once for a build, again for each page of the author's server. */
export function book(): Promise<PublishedChapter[]> {
  if (import.meta.env.DEV) return bakeBook();
  baking ??= bakeBook();
  return baking;
}

/** A published cell by its id. Throws when there is none. */
export async function cell(id: ModuleId): Promise<PublishedCell> {
  const cells = (await book()).flatMap((chapter) => chapter.cells);
  const found = cells.find((one) => one.id === id);
  if (!found)
    throw new Error(`there is no cell ${id}: there are ${cells.map((one) => one.id).join(", ")}`);
  return found;
}

const runtimeNames = ["worker", "display", "model", "language"] as const satisfies BundleName[];

/** The scripts of the sandbox and of the language service, under names that change with their text. */
export const runtimeFiles = async () =>
  Promise.all(
    runtimeNames.map(async (part) => {
      const text = await bundle(part);
      return { part, name: `${part}.${short(text)}`, text };
    }),
  );

let declared: string | undefined;

/** What the language service knows besides the cells: read once for a build, again for each page of the author's server. */
export function declarationsFile() {
  if (declared === undefined || import.meta.env.DEV) declared = JSON.stringify(declarations());
  return { name: `declarations.${short(declared)}`, text: declared };
}

/** Data that cells may ask for, such as a text to learn from, each a file of its own. */
export const dataFiles = async () =>
  [...(await dataModules())].map(([module, text]) => ({
    module,
    name: `${module.replaceAll(/[^a-z0-9]+/gi, "-").replace(/^-/, "")}.${short(text)}`,
    text,
  }));

/** What the page loads of the chapters, under names that change with their text: the code of one, what checks its exercises, and its results. */
export const chapterFiles = async () =>
  (await book()).flatMap(({ slug, cells, checks }) => {
    // The editor has no line after the last: nor has the static code.
    const shipped = cells.map(
      ({ result, kept: _, source, ...cell }): ShippedCell => ({
        ...cell,
        source: source.trimEnd(),
        milliseconds: result.milliseconds,
      }),
    );
    const results = new Map(cells.map(({ id, result }) => [id, result]));
    return [
      { slug, part: "code" as const, text: JSON.stringify(shipped) },
      { slug, part: "checks" as const, text: JSON.stringify(checks) },
      { slug, part: "results" as const, text: stringify(results) },
    ].map((file) => ({ ...file, name: `${slug}.${file.part}.${short(file.text)}` }));
  });

/** What cells kept when they ran for the build, such as a trained model, each a file of its own. */
export const keptFiles = async () =>
  (await book()).flatMap(({ cells }) =>
    cells.flatMap(({ id, kept = {} }) =>
      Object.entries(kept).map(([name, bytes]) => ({
        key: `${id} ${name}`,
        name: `${nameOf(id).replace(/\W+/g, "-")}.${short(bytes)}`,
        bytes,
      })),
    ),
  );

/** The book as a project to take away, one file. */
export const projectFile = async () => {
  const text = JSON.stringify(projectOf(await book()));
  return { name: `project.${short(text)}`, text };
};

/** Where the page's notebook finds all of them. */
export async function manifest() {
  const runtime = Object.fromEntries(
    (await runtimeFiles()).map(({ part, name }) => [part, at(`runtime/${name}.js`)]),
  );
  const chapters: Record<string, Record<string, string>> = {};
  for (const { slug, part, name } of await chapterFiles()) {
    chapters[slug] = { ...chapters[slug], [part]: at(`chapters/${name}.txt`) };
  }
  const data = Object.fromEntries(
    (await dataFiles()).map(({ module, name }) => [module, at(`runtime/${name}.js`)]),
  );
  const kept = Object.fromEntries(
    (await keptFiles()).map(({ key, name }) => [key, at(`kept/${name}.bin`)]),
  );
  const types = { declarations: at(`runtime/${declarationsFile().name}.json`) };
  const project = at(`runtime/${(await projectFile()).name}.json`);
  return { frame: at("sandbox.html"), ...runtime, ...types, data, kept, chapters, project };
}

const short = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 10);
