import { init, parse } from "es-module-lexer";
import type { Import } from "./types.ts";

/** The imports of a module's JavaScript, in the order they stand. Throws a SyntaxError where it cannot be read. */
export async function findImports(code: string): Promise<Import[]> {
  await init;
  const [found] = parse(code);
  const imports: Import[] = [];
  for (const { n: specifier, s: start, e: end, d: position } of found) {
    const meta = position === -2;
    if (meta) continue;
    const dynamic = position > -1;
    const { line, column } = placeOf(code, start);
    // A dynamic import's range takes in its quotes; one without a literal has no specifier to replace.
    const quoted = dynamic && specifier !== undefined ? 1 : 0;
    imports.push({
      specifier: specifier ?? "",
      start: start + quoted,
      end: end - quoted,
      line,
      column,
      dynamic,
    });
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
