import type { CellError, Import, ModuleId } from "./types.ts";

interface Place {
  module: ModuleId;
  line: number;
  column: number;
}

/**
 * A thrown anything as an error in the reader's words, with the place in the book's modules that it came from. `imports` are
 * those of the module `within`: Chromium does not say where a name is imported that is not there.
 */
export function toCellError(
  thrown: unknown,
  within: ModuleId,
  imports: readonly Import[] = [],
): CellError {
  try {
    const { name, message, stack } = partsOf(thrown);
    const missing = missingName(message);
    if (missing !== undefined) return notExported(missing, within, imports);
    const place = placesIn(stack)[0] ?? syntaxPlace(thrown, within) ?? { module: within };
    return { name, message: message.slice(0, 2_000), ...place };
  } catch {
    return {
      name: "Error",
      message: "the cell threw something that cannot be looked at",
      module: within,
    };
  }
}

function partsOf(thrown: unknown): { name: string; message: string; stack: string } {
  if (typeof thrown !== "object" || thrown === null)
    return { name: "Error", message: String(thrown), stack: "" };
  const { name, message, stack } = thrown as { name?: unknown; message?: unknown; stack?: unknown };
  return {
    name: typeof name === "string" && name !== "" ? name.slice(0, 100) : "Error",
    message: typeof message === "string" ? message : String(message ?? "no message"),
    stack: typeof stack === "string" ? stack.slice(0, 20_000) : "",
  };
}

/**
 * The places of the book's modules in a stack, innermost first. Chromium and Node write `at name (place:line:column)`,
 * Firefox and WebKit `name@place:line:column`; a place ends with a module's id, from a sourceURL or a file's path.
 */
export function placesIn(stack: string): Place[] {
  const places: Place[] = [];
  for (const [, module, line, column] of stack.matchAll(
    /(\w[\w-]*\/(?:cells|exercises\/[\w-]+(?:\/mistakes)?)\/[\w.-]+?\.ts)[^:\s]*:(\d+):(\d+)/g,
  )) {
    if (module !== undefined) places.push({ module, line: Number(line), column: Number(column) });
  }
  return places;
}

/** What does not parse has no stack. Firefox and WebKit tell the place beside it; what a cell imports has been parsed before. */
function syntaxPlace(thrown: unknown, module: ModuleId): Place | undefined {
  if (!(thrown instanceof SyntaxError)) return undefined;
  const told = thrown as {
    lineNumber?: unknown;
    columnNumber?: unknown;
    line?: unknown;
    column?: unknown;
  };
  const [line, column] = [told.lineNumber ?? told.line, told.columnNumber ?? told.column];
  if (typeof line !== "number") return undefined;
  return { module, line, column: typeof column === "number" ? Math.max(1, column) : 1 };
}

/** The name that an import asks for and does not get, from what the engines say of it. */
const missingName = (message: string): string | undefined =>
  /(?:does not|doesn't) provide an export named:? '([^']*)'/.exec(message)?.[1] ??
  /^Importing binding name '([^']*)' is not found/.exec(message)?.[1];

function notExported(name: string, module: ModuleId, imports: readonly Import[]): CellError {
  const what = name === "default" ? "default export" : `export named ${name}`;
  for (const { specifier, names } of imports) {
    const asked = names?.find((one) => one.name === name);
    if (!asked) continue;
    const { line, column } = asked;
    return { name: "ImportError", message: `"${specifier}" has no ${what}`, module, line, column };
  }
  return { name: "ImportError", message: `the module that is imported has no ${what}`, module };
}
