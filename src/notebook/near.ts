import type { ModuleId } from "./types.ts";

/** What to say of an import of a cell that is not there, with the name that may have been meant. */
export function missingModule(
  specifier: string,
  target: ModuleId,
  ids: Iterable<ModuleId>,
): string {
  const folder = target.slice(0, target.lastIndexOf("/") + 1);
  const beside = [...ids].filter((id) => id.startsWith(folder)).map(fileOf);
  const file = fileOf(target);
  const meant = beside.includes(`${file}.ts`) ? `${file}.ts` : nearest(file, beside);
  const hint =
    meant !== undefined
      ? `; did you mean "${specifier.slice(0, specifier.lastIndexOf("/") + 1)}${meant}"?`
      : file.endsWith(".ts")
        ? ""
        : "; a cell's name ends with .ts";
  return `there is no cell "${specifier}"${hint}`;
}

/** What to say of a name that a module does not export, with those that it does. */
export function missingName(name: string, specifier: string, exports: readonly string[]): string {
  if (name === "default") return `"${specifier}" has no default export`;
  const named = exports.filter((one) => one !== "default");
  const meant = nearest(name, named);
  const hint =
    meant !== undefined
      ? `did you mean ${meant}?`
      : named.length === 0
        ? "it exports no names"
        : `it exports ${named.slice(0, 8).join(", ")}${named.length > 8 ? ", …" : ""}`;
  return `"${specifier}" has no export named ${name}: ${hint}`;
}

const fileOf = (id: ModuleId): string => id.slice(id.lastIndexOf("/") + 1);

/** The name that is at most a third of its letters away. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((one) => ({ one, apart: distance(one.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.apart - b.apart);
  return best && best.apart <= Math.max(1, Math.floor(name.length / 3)) ? best.one : undefined;
}

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
