import type { CellError, CellResult, LogLine, Output, Verdict } from "../notebook/types.ts";
import { readDisplay } from "./display.ts";
import {
  limits,
  readArray,
  readFields,
  readOptionalString,
  readShape,
  readString,
} from "./kinds/kind.ts";

/** The most that a result may hold. */
export const most = { outputs: 200, log: 500 };

/** An output from data of unknown origin: checked and bounded. Throws where it is not one. */
export function readOutput(raw: unknown): Output {
  const { key, display } = readFields(raw, "output");
  const name = readOptionalString(key, "output", limits.label);
  return { ...(name === undefined ? {} : { key: name }), display: readDisplay(display) };
}

/** A whole result from data of unknown origin: checked and bounded. Throws where it is not one. */
export function readResult(raw: unknown): CellResult {
  const { outputs, log, values, shapes, error, verdict, early, milliseconds } = readFields(
    raw,
    "result",
  );
  const read = error === undefined ? undefined : readError(error);
  const said = verdict === undefined ? undefined : readVerdict(verdict);
  return {
    outputs: readArray(outputs, "result", most.outputs, readOutput),
    log: readArray(log, "result", most.log + 1, readLine),
    values: readValues(values),
    ...(shapes === undefined ? {} : { shapes: readShapes(shapes) }),
    ...(read ? { error: read } : {}),
    ...(said ? { verdict: said } : {}),
    ...(typeof early === "number" && Number.isFinite(early) ? { early } : {}),
    milliseconds: typeof milliseconds === "number" && milliseconds >= 0 ? milliseconds : 0,
  };
}

const levels = ["log", "info", "warn", "error"] as const;

function readLine(raw: unknown): LogLine {
  const { level, text } = readFields(raw, "log");
  return { level: levels.find((one) => one === level) ?? "log", text: readString(text, "log") };
}

function readValues(raw: unknown): CellResult["values"] {
  const values: CellResult["values"] = {};
  for (const [name, value] of Object.entries(readFields(raw, "values")).slice(0, limits.items)) {
    if (name === "__proto__") continue;
    if (typeof value === "number" || typeof value === "boolean") values[name] = value;
    else if (typeof value === "string") values[name] = readString(value, "values", limits.label);
  }
  return values;
}

function readShapes(raw: unknown): Record<string, number[]> {
  const shapes: Record<string, number[]> = {};
  for (const [name, shape] of Object.entries(readFields(raw, "shapes")).slice(0, limits.items))
    if (name !== "__proto__" && name.length <= limits.label)
      shapes[name] = readShape(shape, "shapes");
  return shapes;
}

function readError(raw: unknown): CellError {
  const { name, message, module, line, column } = readFields(raw, "error");
  const where = readOptionalString(module, "error", limits.label);
  return {
    name: readString(name, "error", limits.label),
    message: readString(message, "error", 2_000),
    ...(where === undefined ? {} : { module: where }),
    ...(typeof line === "number" && Number.isSafeInteger(line) ? { line } : {}),
    ...(typeof column === "number" && Number.isSafeInteger(column) ? { column } : {}),
  };
}

function readVerdict(raw: unknown): Verdict {
  const { solved, finding } = readFields(raw, "verdict");
  if (solved === true) return { solved };
  const { en, zh } = readFields(finding, "verdict");
  return {
    solved: false,
    finding: { en: readString(en, "verdict", 2_000), zh: readString(zh, "verdict", 2_000) },
  };
}
