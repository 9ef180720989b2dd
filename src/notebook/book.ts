import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ModuleId } from "./types.ts";

/** The project's folder: above where the command runs or, failing that, above this file, which a bundler may have moved. */
export const project =
  findProject(process.cwd()) ?? findProject(dirname(fileURLToPath(import.meta.url))) ?? lost();

export interface Exercise {
  name: string;
  starter: ModuleId;
  solution: ModuleId;
  check: ModuleId;
  mistakes: ModuleId[];
}

/** What a chapter's folder holds. */
export interface ChapterFiles {
  slug: string;
  cells: ModuleId[];
  exercises: Exercise[];
  /** The English prose, where it is written: it says in which order the cells come. */
  prose: string;
}

/** The chapters under `root` (`chapters/`), in reading order, with the cells and exercises that their folders hold. */
export function discover(root: string): ChapterFiles[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((one) => one.isDirectory() && /^\w[\w-]*$/.test(one.name))
    .map((one) => one.name)
    .sort()
    .map((slug) => ({
      slug,
      cells: modulesIn(root, `${slug}/cells`),
      exercises: namesIn(join(root, slug, "exercises")).map((name) => exercise(root, slug, name)),
      prose: textOf(join(root, slug, "en.mdx")),
    }));
}

function exercise(root: string, slug: string, name: string): Exercise {
  const place = `${slug}/exercises/${name}`;
  const own = (file: string): ModuleId => {
    if (!existsSync(join(root, place, file)))
      throw new Error(`chapters/${place}: an exercise needs a ${file}`);
    return `${place}/${file}`;
  };
  return {
    name,
    starter: own("starter.ts"),
    solution: own("solution.ts"),
    check: own("check.ts"),
    mistakes: modulesIn(root, `${place}/mistakes`),
  };
}

const modulesIn = (root: string, folder: string): ModuleId[] =>
  namesIn(join(root, folder))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.endsWith(".d.ts"))
    .map((name) => `${folder}/${name}`);

const namesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(".")) : [];

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

function findProject(from: string): string | undefined {
  if (existsSync(join(from, "src/notebook/bake-worker.ts"))) return from;
  const above = dirname(from);
  return above === from ? undefined : findProject(above);
}

function lost(): never {
  throw new Error("the book's sources are not to be found from here");
}
