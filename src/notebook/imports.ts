import { init, parse } from "es-module-lexer/js";
import type { Import } from "./types.ts";

/** The imports of a module's JavaScript, in the order they stand. Throws a SyntaxError where it cannot be read. */
export async function findImports(code: string): Promise<Import[]> {
  await init;
  const [found] = parse(code);
  const imports: Import[] = [];
  for (const one of found) {
    if (one.type === "import-meta") continue;
    const dynamic = one.type === "dynamic";
    // A dynamic import's range takes in its quotes; one without a literal has no specifier to replace.
    const specifier =
      dynamic && (one.glob || one.specifier === undefined) ? "" : (one.specifier ?? "");
    const quoted = dynamic && specifier !== "" ? 1 : 0;
    const [start, end] = [one.start + quoted, one.end - quoted];
    imports.push({ specifier, start, end, ...placeOf(code, one.start), dynamic });
  }
  return imports;
}

/** The code with each import's specifier replaced by what `to` gives for it. */
export function replaceImports(
  code: string,
  imports: readonly Import[],
  to: (specifier: string) => string,
): string {
  let replaced = "";
  let at = 0;
  for (const { specifier, start, end } of [...imports].sort((a, b) => a.start - b.start)) {
    replaced += code.slice(at, start) + to(specifier);
    at = end;
  }
  return replaced + code.slice(at);
}

/** Line and column, counted from 1, of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}
