import { join } from "node:path";
import { BakeCache, engineDigest, keyOf } from "./bake-cache.ts";
import { type Job, runAll } from "./bake-run.ts";
import { discover, project } from "./book.ts";
import { order } from "./graph.ts";
import { BakeError, found, inOrder, lineOf, readModules, type Source } from "./sources.ts";
import type { BakedResult, CellResult, ModuleId, PublishedChapter } from "./types.ts";
import { ingredients } from "./version.ts";

export interface BakeOptions {
  /** The folder of chapters; the book's own unless told. */
  chapters?: string;
  /** Where results are kept by content. */
  cache?: string;
  /** How many milliseconds one cell may take. */
  limit?: number;
}

/** Runs every cell and every exercise's starter of the book, each once, and gives the chapters as they are published. */
export async function bakeBook(options: BakeOptions = {}): Promise<PublishedChapter[]> {
  const published: PublishedChapter[] = [];
  const lines: string[] = [];
  // One after the other: each has all cores for its training, and the time limit means the same in each.
  for (const { slug } of discover(folderOf(options))) {
    try {
      published.push(await bakeChapter(slug, options));
    } catch (error) {
      if (!(error instanceof BakeError)) throw error;
      lines.push(...error.message.split("\n"));
    }
  }
  if (lines.length > 0) throw new BakeError(lines);
  return published;
}

const baking = new Map<string, Promise<PublishedChapter>>();

/** Runs the cells of one chapter whose texts, or the texts that they use, changed since they were last run. */
export function bakeChapter(slug: string, options: BakeOptions = {}): Promise<PublishedChapter> {
  const key = JSON.stringify([slug, options]);
  const running = baking.get(key);
  if (running) return running;
  const promise = bake(slug, options).finally(() => baking.delete(key));
  baking.set(key, promise);
  return promise;
}

async function bake(slug: string, options: BakeOptions): Promise<PublishedChapter> {
  const root = folderOf(options);
  const chapters = discover(root);
  const chapter = chapters.find((one) => one.slug === slug);
  if (!chapter) throw new Error(`chapters/${slug}: there is no such chapter`);
  const modules = readModules(root, chapters);
  const checks = new Map(chapter.exercises.map((one) => [one.starter, one.check]));
  const ids = inOrder(modules, chapter);
  const results = await resultsOf(ids, modules, checks, options);
  const lines = ids.flatMap((id) => faultOf(id, results.get(id)));
  if (lines.length > 0) throw new BakeError(lines);
  return {
    slug,
    cells: ids.map((id) => {
      const check = checks.get(id);
      const { kept, ...result } = found(results, id);
      return {
        ...found(modules, id),
        result,
        ...(kept ? { kept } : {}),
        ...(check === undefined ? {} : { check }),
      };
    }),
    checks: [...checks.values()].map((id) => {
      const { source: _, ...check } = found(modules, id);
      return check;
    }),
  };
}

/** Results of modules: kept ones where nothing changed, else of a run now, for which what they import is run as well. */
async function resultsOf(
  ids: ModuleId[],
  modules: Map<ModuleId, Source>,
  checks: Map<ModuleId, ModuleId>,
  options: BakeOptions,
): Promise<Map<ModuleId, BakedResult>> {
  const root = folderOf(options);
  const cache = new BakeCache(options.cache ?? join(project, ".cache/baked"));
  const engine = engineDigest();
  const textOf = (id: ModuleId): string => found(modules, id).source;
  const keys = new Map(
    ids.map((id) => {
      const check = checks.get(id);
      const uses = [id, ...(check === undefined ? [] : [check])].map((one) =>
        ingredients(modules, one, textOf, () => ({})),
      );
      return [id, keyOf(engine, JSON.stringify(uses))];
    }),
  );
  const results = new Map<ModuleId, BakedResult>();
  const wanted: ModuleId[] = [];
  for (const id of ids) {
    const kept = cache.read(id, keys.get(id) ?? "");
    if (kept) results.set(id, kept);
    else wanted.push(id);
  }
  const jobs = new Set(wanted.flatMap((id) => order(modules, id)));
  const ran = await runAll([...jobs].map(jobOf), options.limit ?? 300_000);
  for (const id of wanted) {
    const result = found(ran, id);
    const kept = result.error ? result : cache.write(id, keys.get(id) ?? "", result);
    results.set(id, kept);
  }
  return results;

  function jobOf(id: ModuleId): Job {
    const check = checks.get(id);
    return { id, file: join(root, id), check: check && join(root, check) };
  }
}

function faultOf(id: ModuleId, result: CellResult | undefined): string[] {
  if (result?.error) return [lineOf(result.error, id)];
  if (result?.verdict?.solved) return [`chapters/${id} — the starter passes its check already`];
  return [];
}

export const folderOf = (options: BakeOptions): string =>
  options.chapters ?? join(project, "chapters");

if (import.meta.main) void import("./bake-cli.ts").then(({ main }) => main());
