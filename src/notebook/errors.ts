import type { CellError, ModuleId } from "./types.ts";

interface Place {
  module: ModuleId;
  line: number;
  column: number;
}

/** A thrown anything as an error in the reader's words, with the place in the book's modules that it came from. */
export function toCellError(thrown: unknown, within: ModuleId): CellError {
  try {
    const { name, message, stack } = partsOf(thrown);
    const place = placesIn(stack)[0] ?? syntaxPlace(thrown, within) ?? { module: within };
    return { name, message: inWords(message).slice(0, 2_000), ...place };
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
    /(\d\d-[\w-]+\/(?:cells|exercises\/[\w-]+(?:\/mistakes)?)\/[\w.-]+?\.ts)[^:\s]*:(\d+):(\d+)/g,
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

/** What the engines say of an import that is not there, without the address under which the sandbox keeps a module. */
function inWords(message: string): string {
  const name =
    /(?:does not|doesn't) provide an export named:? '([^']*)'/.exec(message)?.[1] ??
    /^Importing binding name '([^']*)' is not found/.exec(message)?.[1];
  if (name === undefined) return message;
  return name === "default"
    ? "the module that is imported has no default export"
    : `the module that is imported has no export named ${name}`;
}
