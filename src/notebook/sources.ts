import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ChapterFiles } from "./book.ts";
import { CompileError, compile } from "./compile.ts";
import { GraphError, order } from "./graph.ts";
import type { CellError, Module, ModuleId } from "./types.ts";

/** Cells that cannot be published, one line each: `chapters/03-attention/cells/scores.ts:4:9 — what went wrong`. */
export class BakeError extends Error {
  constructor(lines: string[]) {
    super([...new Set(lines)].join("\n"));
    this.name = "BakeError";
  }
}

/** A module with the text that it came from. */
export type Source = Module & { source: string };

/** Every cell, starter, solution and check of the book, compiled. Throws a BakeError for those that do not compile. */
export function readModules(root: string, chapters: ChapterFiles[]): Map<ModuleId, Source> {
  const modules = new Map<ModuleId, Source>();
  const lines: string[] = [];
  for (const { cells, exercises } of chapters) {
    const ids = [...cells, ...exercises.flatMap((one) => [one.starter, one.solution, one.check])];
    for (const id of ids) {
      const source = readFileSync(join(root, id), "utf8");
      try {
        modules.set(id, sourceOf(id, source));
      } catch (error) {
        if (!(error instanceof CompileError)) throw error;
        lines.push(lineOf(error, id));
      }
    }
  }
  if (lines.length > 0) throw new BakeError(lines);
  return modules;
}

const compiled = new Map<ModuleId, Source>();

/** A text compiled, or as it was compiled before if it is still the same. */
function sourceOf(id: ModuleId, source: string): Source {
  const kept = compiled.get(id);
  if (kept?.source === source) return kept;
  const made = { id, source, ...compile(source, id) };
  compiled.set(id, made);
  return made;
}

/** A chapter's modules as the prose embeds them, each after those that it imports. */
export function inOrder(
  modules: Map<ModuleId, Source>,
  { slug, cells, exercises, prose }: ChapterFiles,
): ModuleId[] {
  const embedded = [...prose.matchAll(/<(?:Cell of|Exercise name)="([^"]+)"/g)].map(
    ([, name]) => name,
  );
  const placeOf = (name: string): number => {
    const at = embedded.indexOf(name);
    return at < 0 ? embedded.length : at;
  };
  const roots = [
    ...cells.map((id) => ({
      id,
      place: placeOf(id.slice(`${slug}/cells/`.length, -".ts".length)),
    })),
    ...exercises.map(({ starter, name }) => ({ id: starter, place: placeOf(name) })),
    // Not on the page: later cells import them.
    ...exercises.map(({ solution }) => ({ id: solution, place: Number.MAX_SAFE_INTEGER })),
  ].sort((a, b) => a.place - b.place);
  const ordered = new Set<ModuleId>();
  const lines: string[] = [];
  for (const { id } of roots) {
    try {
      for (const one of order(modules, id)) ordered.add(one);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      lines.push(lineOf(error, id));
    }
  }
  if (lines.length > 0) throw new BakeError(lines);
  return [...ordered].filter((id) => id.startsWith(`${slug}/`));
}

/** One line that an editor can follow to the place of an error. */
export function lineOf(error: CellError | CompileError | GraphError, id: ModuleId): string {
  const { module = id, line, column, name, message } = error;
  const place = line === undefined ? "" : `:${line}${column === undefined ? "" : `:${column}`}`;
  return `chapters/${module}${place} — ${name === "Error" ? "" : `${name}: `}${message}`;
}

export function found<Value>(map: ReadonlyMap<ModuleId, Value>, id: ModuleId): Value {
  const value = map.get(id);
  if (value === undefined)
    throw new Error(`${id} was lost on the way: this is a fault of the book's`);
  return value;
}
