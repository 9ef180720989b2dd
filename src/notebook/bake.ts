import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { parse, stringify } from "devalue";
import type { Job } from "./bake-worker.ts";
import { type Book, inProse, readBook } from "./book.ts";
import { order } from "./graph.ts";
import type { CellResult, ModuleId, PublishedCell, PublishedChapter } from "./types.ts";
import { ingredients, versionOf } from "./version.ts";

const project = process.cwd();
const cache = join(project, ".cache", "baked");
/** A cell that runs longer than this at build time hangs. */
const patience = 120_000;

/** Runs every cell of the book, those that changed since the last time, and gives the chapters as they are published. */
export async function bakeBook(
  root: string = join(project, "chapters"),
): Promise<PublishedChapter[]> {
  const book = await readBook(root);
  const results = await bakeCells(book);
  const checks = new Map(book.exercises.map(({ starter, check }) => [starter, check]));
  const slugs = [...new Set([...book.modules.keys()].map((id) => id.slice(0, id.indexOf("/"))))];
  return slugs.map((slug) => {
    const own = [...results.keys()].filter((id) => id.startsWith(`${slug}/`));
    const cells = inProse(root, slug, own).map((id): PublishedCell => {
      const module = book.modules.get(id);
      const result = results.get(id);
      if (!module || !result) throw new Error(`no result for ${id}`);
      const check = checks.get(id);
      return { ...module, result, ...(check === undefined ? {} : { check }) };
    });
    const used = book.exercises.map(({ check }) => check).filter((id) => id.startsWith(`${slug}/`));
    return { slug, cells, checks: used.flatMap((id) => book.modules.get(id) ?? []) };
  });
}

/** The results of all cells and starters, from the cache where nothing that they depend on changed. */
async function bakeCells(book: Book): Promise<Map<ModuleId, CellResult>> {
  const checks = new Map(book.exercises.map(({ starter, check }) => [starter, check]));
  const ids = inImportOrder(book).filter((id) => !id.endsWith("/check.ts"));
  const machinery = digestOfMachinery();
  const results = new Map<ModuleId, CellResult>();
  const keys = new Map(
    ids.map((id) => [
      id,
      keyOf(book, [id, ...(checks.has(id) ? [checks.get(id) ?? ""] : [])], machinery),
    ]),
  );
  for (const id of ids) {
    const kept = join(cache, `${keys.get(id)}.txt`);
    if (existsSync(kept)) results.set(id, parse(readFileSync(kept, "utf8")) as CellResult);
  }
  const left = ids.filter((id) => !results.has(id));
  const jobs = left.map((id) => jobOf(book, id, checks.get(id)));
  mkdirSync(cache, { recursive: true });
  for (const [i, result] of (await runJobs(jobs)).entries()) {
    const id = left[i] ?? "";
    failOn(id, result, checks.has(id));
    writeFileSync(join(cache, `${keys.get(id)}.txt`), stringify(result));
    results.set(id, result);
  }
  return results;
}

const jobOf = (book: Book, id: ModuleId, check?: ModuleId): Job => ({
  id,
  path: join(book.root, id),
  ...(check === undefined ? {} : { check: join(book.root, check) }),
});

function inImportOrder(book: Book): ModuleId[] {
  return [...new Set([...book.modules.keys()].flatMap((id) => order(book.modules, id)))];
}

function failOn(id: ModuleId, { error, verdict }: CellResult, exercise: boolean): void {
  if (error) {
    const place =
      error.line === undefined
        ? `chapters/${id}`
        : `chapters/${error.module}:${error.line}:${error.column ?? 1}`;
    throw new Error(
      `${place} — ${error.name}: ${error.message}${error.module === id ? "" : ` (running ${id})`}`,
    );
  }
  if (exercise && verdict?.solved !== false)
    throw new Error(`chapters/${id} — the starter must not be solved yet`);
}

/** Runs jobs one after the other in a worker with fresh modules; ends it when one hangs. */
export function runJobs(jobs: Job[]): Promise<CellResult[]> {
  if (jobs.length === 0) return Promise.resolve([]);
  const worker = new Worker(join(project, "src/notebook/bake-worker.ts"), { workerData: jobs });
  return new Promise((resolve, reject) => {
    const results: CellResult[] = [];
    let watch = setTimeout(hang, patience);
    function hang(): void {
      void worker.terminate();
      reject(
        new Error(
          `chapters/${jobs[results.length]?.id} — still running after ${patience / 1000} s`,
        ),
      );
    }
    worker.on("message", (result: CellResult) => {
      clearTimeout(watch);
      results.push(result);
      if (results.length < jobs.length) watch = setTimeout(hang, patience);
      else resolve(results);
    });
    worker.on("error", (error) => {
      clearTimeout(watch);
      reject(error);
    });
    worker.on("exit", () => {
      clearTimeout(watch);
      if (results.length < jobs.length)
        reject(new Error(`chapters/${jobs[results.length]?.id} — ended the build's worker`));
    });
  });
}

function keyOf(book: Book, ids: readonly ModuleId[], machinery: string): string {
  const textOf = (id: ModuleId) => book.modules.get(id)?.source ?? "";
  const versions = ids.map((id) => versionOf(ingredients(book.modules, id, textOf, () => ({}))));
  return sha([machinery, ...ids, ...versions].join("\n")).slice(0, 32);
}

/** All that a result depends on besides the cells: the packages and the runtime. */
function digestOfMachinery(): string {
  const files = globSync("src/{model,display}/**/*.ts", {
    cwd: project,
    exclude: ["**/*.test.*"],
  }).sort();
  const own = ["src/notebook/runtime.ts", "src/notebook/errors.ts", "src/notebook/bake-worker.ts"];
  return sha(
    [...files, ...own].map((file) => readFileSync(join(project, file), "utf8")).join("\0"),
  );
}

const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

if (import.meta.main) {
  for (const { cells } of await bakeBook()) {
    for (const { id, result } of cells)
      console.log(`${result.milliseconds.toFixed(0).padStart(6)} ms  ${id}`);
  }
}
