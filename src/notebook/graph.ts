import type { Import, Module, ModuleId } from "./types.ts";

/** The packages that a cell may import. */
export const packages = ["@humpty/model", "@humpty/display"] as const;
export type PackageName = (typeof packages)[number];

/** An import that cannot be followed: says which cell has it, and where. */
export class GraphError extends Error {
  readonly module: ModuleId;
  readonly line: number;
  readonly column: number;

  constructor(message: string, module: ModuleId, at: { line: number; column: number }) {
    super(message);
    this.name = "ImportError";
    this.module = module;
    this.line = at.line;
    this.column = at.column;
  }
}

/** Modules by their ids, as the graph looks them up; the graph itself is their imports. */
export type Modules = ReadonlyMap<ModuleId, Pick<Module, "id" | "imports">>;

/** The cells that `module` imports itself, in the order of its text. Throws a GraphError that names its line. */
export function dependencies(modules: Modules, id: ModuleId): ModuleId[] {
  const found: ModuleId[] = [];
  for (const one of modules.get(id)?.imports ?? []) {
    const target = resolve(one, id);
    if (isPackage(target)) continue;
    if (!modules.has(target)) throw new GraphError(missing(one, target, modules), id, one);
    if (!found.includes(target)) found.push(target);
  }
  return found;
}

/**
 * Everything that `id` needs, dependencies before what imports them, `id` last.
 * Throws a GraphError for a cycle, a missing cell or an unknown package.
 */
export function order(modules: Modules, id: ModuleId): ModuleId[] {
  const done = new Set<ModuleId>();
  const path: ModuleId[] = [];
  const visit = (at: ModuleId): void => {
    if (done.has(at)) return;
    path.push(at);
    for (const next of dependencies(modules, at)) {
      const from = path.indexOf(next);
      if (from >= 0) throw cycle(modules, at, next, [...path.slice(from), next]);
      visit(next);
    }
    path.pop();
    done.add(at);
  };
  visit(id);
  return [...done];
}

/** The cells that import `id`, directly or not, in an order in which they can run. */
export function dependants(modules: Modules, id: ModuleId): ModuleId[] {
  const found = new Set<ModuleId>([id]);
  const sorted: ModuleId[] = [];
  for (const candidate of modules.keys()) {
    for (const at of orderOrNothing(modules, candidate)) {
      if (found.has(at)) continue;
      if (dependencies(modules, at).some((one) => found.has(one))) {
        found.add(at);
        sorted.push(at);
      }
    }
  }
  return sorted;
}

/** Where an import leads: another module's id, or a package. */
export function resolve(one: Import, from: ModuleId): ModuleId | PackageName {
  const { specifier } = one;
  if (isPackage(specifier)) return specifier;
  if (one.dynamic && specifier === "") {
    throw new GraphError(
      'import() needs the name of a cell in quotes: import("./other.ts")',
      from,
      one,
    );
  }
  if (!specifier.startsWith("./") && !specifier.startsWith("../")) {
    throw new GraphError(
      `there is no package "${specifier}" here: a cell can import ${packages.join(", ")} and other cells ("./other.ts")`,
      from,
      one,
    );
  }
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined)
        throw new GraphError(`"${specifier}" leads out of the book's chapters`, from, one);
    } else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function isPackage(name: string): name is PackageName {
  return (packages as readonly string[]).includes(name);
}

function orderOrNothing(modules: Modules, id: ModuleId): ModuleId[] {
  try {
    return order(modules, id);
  } catch (error) {
    if (error instanceof GraphError) return [];
    throw error;
  }
}

function cycle(modules: Modules, at: ModuleId, next: ModuleId, loop: ModuleId[]): GraphError {
  const one = modules.get(at)?.imports.find((each) => resolve(each, at) === next);
  const names = loop.map(shortName);
  const message =
    names.length === 2
      ? `${names[0]} imports itself`
      : `these cells import each other in a circle: ${names.join(" → ")}`;
  return new GraphError(message, at, one ?? { line: 1, column: 1 });
}

function missing(one: Import, target: ModuleId, modules: Modules): string {
  const chapter = target.slice(0, target.lastIndexOf("/") + 1);
  const near = [...modules.keys()]
    .filter((id) => id.startsWith(chapter))
    .map((id) => ({ id, apart: distance(shortName(id), shortName(target)) }))
    .sort((a, b) => a.apart - b.apart)[0];
  const hint =
    near && near.apart <= 3
      ? `; did you mean "${one.specifier.replace(shortName(target), shortName(near.id))}"?`
      : !target.endsWith(".ts")
        ? "; a cell's name ends with .ts"
        : "";
  return `there is no cell "${one.specifier}"${hint}`;
}

const shortName = (id: ModuleId): string => id.slice(id.lastIndexOf("/") + 1);

/** Levenshtein's edit distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
