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
    const place = placesIn(stack)[0];
    return { name, message: message.slice(0, 2_000), ...(place ?? { module: within }) };
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
    /([\w-]+\/(?:cells|exercises)\/[\w./-]+?\.ts)[^:\s]*:(\d+):(\d+)/g,
  )) {
    if (module !== undefined) places.push({ module, line: Number(line), column: Number(column) });
  }
  return places;
}
