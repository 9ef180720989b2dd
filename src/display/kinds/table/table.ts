import {
  brand,
  cut,
  formatNumber,
  limits,
  readArray,
  readFields,
  readOptionalString,
  readStrings,
} from "../kind.ts";

export type TableCell = string | number | boolean;

/** Rows under named columns. */
export interface TableDisplay {
  kind: "table";
  columns: string[];
  rows: TableCell[][];
  title?: string;
  digits: number;
  more?: number;
}

/** A table of rows such as `{ word: "sat", score: 0.3 }`; the columns are the names in the order of their first use. */
export function table(
  rows: readonly Readonly<Record<string, TableCell>>[],
  options: { title?: string; digits?: number } = {},
): TableDisplay {
  const kept = rows.slice(0, limits.items);
  const columns = [...new Set(kept.flatMap((row) => Object.keys(row)))].slice(0, 20);
  return brand({
    kind: "table",
    columns,
    rows: kept.map((row) => columns.map((name) => plain(row[name]))),
    ...(options.title === undefined ? {} : { title: options.title }),
    digits: options.digits ?? 2,
    ...(rows.length > kept.length ? { more: rows.length - kept.length } : {}),
  });
}

const plain = (cell: unknown): TableCell =>
  typeof cell === "number" || typeof cell === "boolean"
    ? cell
    : cell === undefined
      ? ""
      : cut(String(cell), limits.label);

export function readTable(raw: unknown): TableDisplay {
  const fields = readFields(raw, "table");
  const columns = readStrings(fields["columns"], "table", 20);
  const title = readOptionalString(fields["title"], "table", limits.label);
  const { digits, more } = fields;
  return {
    kind: "table",
    columns,
    rows: readArray(fields["rows"], "table", limits.items, (row) =>
      readArray(row, "table", columns.length, readCell),
    ),
    ...(title === undefined ? {} : { title }),
    digits: typeof digits === "number" && digits >= 0 && digits <= 10 ? Math.floor(digits) : 2,
    ...(typeof more === "number" && more > 0 ? { more } : {}),
  };
}

function readCell(raw: unknown): TableCell {
  if (typeof raw === "number" || typeof raw === "boolean") return raw;
  if (typeof raw === "string") return cut(raw, limits.label);
  throw new Error("table: expected text, a number or true or false in each cell");
}

export const cellToText = (cell: TableCell, digits: number): string =>
  typeof cell === "number" ? formatNumber(cell, digits) : String(cell);

export function tableToText({ columns, rows, title, digits }: TableDisplay): string {
  const lines = [columns, ...rows.map((row) => row.map((cell) => cellToText(cell, digits)))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [...(title === undefined ? [] : [title]), ...text].join("\n");
}
