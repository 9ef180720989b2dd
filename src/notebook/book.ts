import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CompileError, compile } from "./compile.ts";
import { GraphError, order } from "./graph.ts";
import type { Module, ModuleId } from "./types.ts";

/** An exercise's files, as ids of modules. */
export interface ExerciseFiles {
  starter: ModuleId;
  check: ModuleId;
  solution: string;
  mistakes: string[];
}

/** The code of all chapters as it stands in the files, compiled and with its imports followed. */
export interface Book {
  root: string;
  modules: Map<ModuleId, Module & { source: string }>;
  exercises: ExerciseFiles[];
}

/** Reads and compiles all chapters under `root`. Throws an error that names the file and the line. */
export async function readBook(root: string): Promise<Book> {
  const modules: Book["modules"] = new Map();
  const files = globSync(["*/cells/*.ts", "*/exercises/*/{starter,check}.ts"], { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
  try {
    for (const id of files) {
      const source = readFileSync(join(root, id), "utf8");
      modules.set(id, { id, source, ...(await compile(source, id)) });
    }
    for (const id of modules.keys()) order(modules, id);
  } catch (error) {
    if (error instanceof CompileError || error instanceof GraphError)
      throw new Error(`chapters/${error.module}:${error.line}:${error.column} — ${error.message}`);
    throw error;
  }
  const exercises = files
    .filter((id) => basename(id) === "starter.ts")
    .map((id) => exercise(root, id));
  return { root, modules, exercises };
}

function exercise(root: string, starter: ModuleId): ExerciseFiles {
  const folder = starter.slice(0, starter.lastIndexOf("/"));
  for (const needed of ["check.ts", "solution.ts"]) {
    if (!existsSync(join(root, folder, needed)))
      throw new Error(`chapters/${folder} has no ${needed}`);
  }
  const mistakes = globSync("mistakes/*.ts", { cwd: join(root, folder) }).sort();
  return {
    starter,
    check: `${folder}/check.ts`,
    solution: join(root, folder, "solution.ts"),
    mistakes: mistakes.map((file) => join(root, folder, file)),
  };
}

/** Cells and exercises in the order in which the chapter's prose embeds them; what it does not embed comes last. */
export function inProse(root: string, slug: string, ids: readonly ModuleId[]): ModuleId[] {
  const file = join(root, slug, "en.mdx");
  const prose = existsSync(file) ? readFileSync(file, "utf8") : "";
  const embedded = [...prose.matchAll(/<(Cell|Exercise)\s[^>]*?(?:of|name)="([\w./-]+)"/g)].map(
    ([, kind, name]) =>
      kind === "Cell" ? `${slug}/cells/${name}.ts` : `${slug}/exercises/${name}/starter.ts`,
  );
  const place = (id: ModuleId): number =>
    embedded.includes(id) ? embedded.indexOf(id) : embedded.length;
  return [...ids].sort((a, b) => place(a) - place(b));
}
