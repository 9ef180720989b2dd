import type { Trace } from "../../../model/explain.ts";
import {
  brand,
  cut,
  formatNumber,
  isTensorLike,
  limits,
  readFields,
  readFloats,
  readNumber,
  readOptionalString,
  readOptionalStrings,
  readShape,
  type TensorLike,
} from "../kind.ts";
import { readTrace } from "./read-trace.ts";
import { crop, extent } from "./shown.ts";

/** A tensor's numbers, or the first of them, with what is needed to say how each was computed. */
export interface TensorDisplay {
  kind: "tensor";
  name?: string;
  /** The true shape, however much of it is shown. */
  shape: number[];
  /** Slice by slice, row by row, as `extent(shape).shown` says. */
  data: Float32Array;
  rows?: string[];
  columns?: string[];
  /** How many digits stand after the point. */
  digits?: number;
  trace?: Trace;
}

export interface HeatmapOptions {
  rows?: readonly string[];
  columns?: readonly string[];
  name?: string;
  digits?: number;
}

type Nested = number | readonly Nested[];

/** A heatmap with its numbers. Rows and columns are counted from 0 where they have no labels. */
export function heatmap(
  tensorOrRows: TensorLike | Nested,
  options: HeatmapOptions = {},
): TensorDisplay {
  const known = ownDisplay(tensorOrRows);
  const { shape, data } = isTensorLike(tensorOrRows) ? tensorOrRows : flatten(tensorOrRows);
  const sizes = readShape(Array.from(shape), "heatmap: shape");
  const labels = (name: "rows" | "columns", size: number | undefined) => {
    const list = options[name];
    if (!list) return {};
    if (list.length !== size)
      throw new Error(
        `heatmap: ${name}: the shape [${sizes.join(", ")}] needs ${size ?? 0} labels, got ${list.length}`,
      );
    return {
      [name]: Array.from(list, String)
        .slice(0, limits.rows)
        .map((label) => cut(label, limits.label)),
    };
  };
  const name = options.name ?? known.name;
  return brand({
    kind: "tensor",
    ...(name === undefined ? {} : { name: cut(String(name), limits.label) }),
    shape: sizes,
    data: crop(sizes, data),
    ...labels("rows", sizes.at(-2)),
    ...labels("columns", sizes.at(-1)),
    ...(options.digits === undefined ? {} : { digits: toDigits(options.digits) }),
    ...(known.trace === undefined ? {} : { trace: known.trace }),
  });
}

/** What a tensor says of itself: its name, and the trace of how it was computed. */
function ownDisplay(tensor: unknown): { name?: string; trace?: Trace } {
  if (typeof tensor !== "object" || tensor === null) return {};
  const own: unknown = Reflect.get(tensor, Symbol.for("humpty.display"));
  const raw: unknown = typeof own === "function" ? own.call(tensor) : tensor;
  const { name, trace } = readFields(raw, "tensor");
  return {
    ...(typeof name === "string" && name !== "" ? { name } : {}),
    ...(typeof own === "function" && trace !== undefined ? { trace: readTrace(trace) } : {}),
  };
}

function flatten(nested: Nested): TensorLike {
  if (typeof nested === "number") return { shape: [], data: [nested] };
  if (!Array.isArray(nested))
    throw new Error("heatmap: expected a tensor, a number or rows of numbers");
  const parts = nested.map(flatten);
  const inner = parts[0]?.shape ?? [];
  const odd = parts.findIndex(({ shape }) => shape.join() !== inner.join());
  if (odd >= 0)
    throw new Error(
      `heatmap: row ${odd} has the shape [${parts[odd]?.shape.join(", ")}], row 0 has [${inner.join(", ")}]: all rows need the same`,
    );
  return { shape: [parts.length, ...inner], data: parts.flatMap(({ data }) => Array.from(data)) };
}

const toDigits = (digits: number): number => Math.max(0, Math.min(8, Math.floor(digits) || 0));

export function readTensor(raw: unknown): TensorDisplay {
  const fields = readFields(raw, "tensor");
  const { name: rawName, rows: rawRows, columns: rawColumns, digits, trace: rawTrace } = fields;
  const shape = readShape(fields.shape, "tensor: shape");
  const name = readOptionalString(rawName, "tensor: name", limits.label);
  const rows = readOptionalStrings(rawRows, "tensor: rows", limits.rows);
  const columns = readOptionalStrings(rawColumns, "tensor: columns", limits.rows);
  const trace = rawTrace === undefined ? undefined : readTrace(rawTrace);
  const last = trace?.nodes.at(-1);
  return {
    kind: "tensor",
    shape,
    data: crop(shape, readFloats(fields.data, "tensor: data", 4096)),
    ...(name === undefined ? {} : { name }),
    ...(rows ? { rows } : {}),
    ...(columns ? { columns } : {}),
    ...(digits === undefined ? {} : { digits: toDigits(readNumber(digits, "tensor: digits")) }),
    ...(trace && last?.shape.join() === shape.join() ? { trace } : {}),
  };
}

/** The caption: `scores [3, 3]`. */
export const captionOf = ({ name, shape }: TensorDisplay): string =>
  `${name ?? "tensor"} [${shape.join(", ")}]`;

/** The digits that all of a tensor's numbers are written with: enough for the largest, none where all are whole. */
export function digitsOf({ digits, data }: TensorDisplay): number {
  if (digits !== undefined) return digits;
  const finite = data.filter(Number.isFinite);
  if (finite.every(Number.isInteger)) return 0;
  const largest = finite.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  return largest >= 1000 ? 1 : largest >= 0.1 ? 2 : largest >= 0.01 ? 3 : 4;
}

/** A number as the table writes it: all with as many digits, so that they stand in line. */
export function write(value: number, digits: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size >= 1e7) return formatNumber(value, digits);
  const text = size.toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

export function tensorToText(display: TensorDisplay): string {
  const { shown, all } = extent(display.shape);
  const digits = digitsOf(display);
  const lines = [captionOf(display)];
  const most = Math.min(shown.slices * shown.rows, 24);
  for (let row = 0; row < most; row++) {
    const numbers = display.data.subarray(
      row * shown.columns,
      Math.min((row + 1) * shown.columns, row * shown.columns + 16),
    );
    const label = display.rows?.[row % shown.rows];
    const cells = Array.from(numbers, (number) => write(number, digits).padStart(digits + 4));
    lines.push(
      `${cells.join(" ")}${all.columns > numbers.length ? " …" : ""}${label === undefined ? "" : `  ${label}`}`,
    );
  }
  if (all.slices * all.rows > most) lines.push("…");
  return lines.join("\n");
}
