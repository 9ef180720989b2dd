import { starterOf } from "./ids.ts";
import { missingModule, missingName } from "./near.ts";
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
export type Modules = ReadonlyMap<ModuleId, Pick<Module, "id" | "imports" | "exports">>;

/**
 * The modules that `id` imports itself, in the order of its text. Throws a GraphError that names the line of an import which
 * leads nowhere, or asks for a name that is not exported there.
 */
export function dependencies(modules: Modules, id: ModuleId): ModuleId[] {
  const found = new Set<ModuleId>();
  for (const one of modules.get(id)?.imports ?? []) {
    const target = resolve(one, id);
    if (isPackage(target)) continue;
    const module = modules.get(target);
    if (!module)
      throw new GraphError(missingModule(one.specifier, target, modules.keys()), id, one);
    for (const asked of one.names ?? []) {
      if (module.exports?.includes(asked.name) === false)
        throw new GraphError(missingName(asked.name, one.specifier, module.exports), id, asked);
    }
    found.add(target);
  }
  return [...found];
}

/**
 * Everything that `ids` need, dependencies before what imports them, themselves last; the same order each time.
 * Throws a GraphError for a cycle, a missing cell or name, or an unknown package.
 */
export function order(modules: Modules, ...ids: ModuleId[]): ModuleId[] {
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
  for (const id of ids) visit(id);
  return [...done];
}

/** The modules that import `id`, directly or not, in an order in which they can run. Imports that lead nowhere are passed over. */
export function dependants(modules: Modules, id: ModuleId): ModuleId[] {
  const sorted: ModuleId[] = [];
  const uses = new Map<ModuleId, boolean>([[id, true]]);
  const visit = (at: ModuleId): boolean => {
    const known = uses.get(at);
    if (known !== undefined) return known;
    uses.set(at, false);
    const used = targets(modules, at).map(visit).includes(true);
    uses.set(at, used);
    if (used) sorted.push(at);
    return used;
  };
  for (const at of modules.keys()) visit(at);
  return sorted;
}

/** For each module, those that import it themselves, in the order of `modules`. Of an exercise that is who uses its answer. */
export function users(modules: Modules): Map<ModuleId, ModuleId[]> {
  const found = new Map<ModuleId, ModuleId[]>();
  for (const id of modules.keys())
    for (const target of new Set(targets(modules, id))) {
      const used = starterOf(target) ?? target;
      if (modules.has(used)) found.set(used, [...(found.get(used) ?? []), id]);
    }
  return found;
}

function targets(modules: Modules, id: ModuleId): ModuleId[] {
  return (modules.get(id)?.imports ?? []).flatMap((one) => {
    try {
      return resolve(one, id);
    } catch {
      return [];
    }
  });
}

/** Where an import leads: another module's id, or a package. Throws a GraphError where it leads out of the book. */
export function resolve(one: Import, from: ModuleId): ModuleId | PackageName {
  const { specifier } = one;
  if (isPackage(specifier)) return specifier;
  const stop = (message: string): GraphError => new GraphError(message, from, one);
  if (one.dynamic && specifier === "")
    throw stop('import() needs the name of a cell in quotes: import("./other.ts")');
  if (!/^\.\.?\//.test(specifier)) {
    throw stop(
      `there is no package "${specifier}" here: cells can import ${packages.join(" and ")}, and other cells ("./other.ts")`,
    );
  }
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part !== "..") part !== "." && parts.push(part);
    else if (parts.pop() === undefined)
      throw stop(`"${specifier}" leads out of the book's chapters`);
  }
  const target = parts.join("/");
  const fault = forbidden(target, from);
  if (fault !== undefined) throw stop(`"${specifier}": ${fault}`);
  return target;
}

/** Exercises use cells. Cells use of an exercise only its solution: on the page, the reader's answer stands in its place. */
function forbidden(target: ModuleId, from: ModuleId): string | undefined {
  if (!/^[^/]+\/exercises\//.test(target)) return undefined;
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  if (target.startsWith(folder) && from.endsWith("/check.ts")) return undefined;
  if (from.includes("/exercises/"))
    return "an exercise can import cells, but no other file of an exercise";
  return target.endsWith("/solution.ts")
    ? undefined
    : "a cell can import of an exercise only its solution.ts";
}

function isPackage(name: string): name is PackageName {
  return (packages as readonly string[]).includes(name);
}

function cycle(modules: Modules, at: ModuleId, next: ModuleId, loop: ModuleId[]): GraphError {
  const one = modules.get(at)?.imports.find((each) => resolve(each, at) === next);
  const names = loop.map((id) => id.slice(id.lastIndexOf("/") + 1));
  const message =
    names.length === 2
      ? `${names[0]} imports itself`
      : `these cells import each other in a circle: ${names.join(" → ")}`;
  return new GraphError(message, at, one ?? { line: 1, column: 1 });
}
