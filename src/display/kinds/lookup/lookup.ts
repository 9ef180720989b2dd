import {
  brand,
  cut,
  formatNumber,
  type Numbers,
  readFields,
  readFloats,
  readNumber,
  readOptionalString,
  readStrings,
  toTensorLike,
} from "../kind.ts";

/** A matrix with a column for each of some things, one of which is looked up. */
export interface LookupDisplay {
  kind: "lookup";
  title?: string;
  /** What has a column. */
  columns: string[];
  rows: number;
  /** Row by row. */
  matrix: Float32Array;
  /** The column that is looked up at first. */
  pick: number;
}

/** No drawing has more: it should fit a page. */
export const most = { columns: 12, rows: 8, name: 12 };

/**
 * A drawing of a matrix `[rows, columns]` whose columns are named, of the one-hot vector of the thing in `pick`, and of what the product of both is:
 * its column. A reader may pick another. Throws where names and columns are not as many, and where `pick` is none of them.
 */
export function lookup(
  matrix: Numbers,
  columns: readonly string[],
  { pick, title }: { pick?: string; title?: string } = {},
): LookupDisplay {
  const { shape, data } = toTensorLike(matrix, "lookup");
  const [rows = 0, width = 0] = shape;
  if (shape.length !== 2)
    throw new Error(`lookup: needs a matrix [rows, columns], got the shape [${shape.join(", ")}]`);
  if (width !== columns.length)
    throw new Error(`lookup: ${columns.length} names for ${width} columns: each needs one`);
  const place = pick === undefined ? 0 : columns.indexOf(pick);
  if (place < 0)
    throw new Error(`lookup: “${pick}” has no column: there are ${columns.join(", ")}`);
  const made = {
    kind: "lookup" as const,
    ...(title === undefined ? {} : { title: cut(String(title), 200) }),
    columns: columns.map((name) => cut(String(name), most.name)),
    ...{ rows, matrix: Float32Array.from(data), pick: place },
  };
  check(made);
  return brand(made);
}

function check({ columns, rows, matrix, pick }: LookupDisplay): void {
  if (columns.length < 1 || columns.length > most.columns)
    throw new Error(`lookup: 1 to ${most.columns} columns can be drawn, got ${columns.length}`);
  if (!Number.isInteger(rows) || rows < 1 || rows > most.rows)
    throw new Error(`lookup: 1 to ${most.rows} rows can be drawn, got ${rows}`);
  if (matrix.length !== rows * columns.length)
    throw new Error(
      `lookup: ${rows} rows of ${columns.length} numbers are not ${matrix.length} numbers`,
    );
  if (!Number.isInteger(pick) || pick < 0 || pick >= columns.length)
    throw new Error(`lookup: there is no column ${pick}: columns are 0 to ${columns.length - 1}`);
}

/** A row of the matrix. */
export const rowOf = ({ matrix, columns }: LookupDisplay, row: number): number[] =>
  Array.from(matrix.subarray(row * columns.length, (row + 1) * columns.length));

/** The column of a thing, from top to bottom. */
export const columnOf = (display: LookupDisplay, column: number): number[] =>
  Array.from({ length: display.rows }, (_, row) => rowOf(display, row)[column] ?? Number.NaN);

/** One-hot: 1 at a place, 0 at all others. */
export const oneHotOf = ({ columns }: LookupDisplay, column: number): number[] =>
  columns.map((_, i) => (i === column ? 1 : 0));

export function readLookup(raw: unknown): LookupDisplay {
  const { title, columns, rows, matrix, pick } = readFields(raw, "lookup");
  const name = readOptionalString(title, "lookup: title", 200);
  const made: LookupDisplay = {
    kind: "lookup",
    ...(name === undefined ? {} : { title: name }),
    columns: readStrings(columns, "lookup: columns", most.columns + 1).map((one) =>
      cut(one, most.name),
    ),
    rows: readNumber(rows, "lookup: rows"),
    matrix: readFloats(matrix, "lookup: matrix", most.columns * most.rows + 1),
    pick: readNumber(pick, "lookup: pick"),
  };
  check(made);
  return made;
}

export function lookupToText(display: LookupDisplay): string {
  const { title, columns, rows, pick } = display;
  const write = (cells: readonly (number | string)[]) =>
    cells
      .map((one) => (typeof one === "number" ? formatNumber(one) : one).padStart(6))
      .join("")
      .trimEnd();
  const column = columnOf(display, pick);
  return [
    ...(title === undefined ? [] : [title]),
    write(columns),
    write(oneHotOf(display, pick)),
    ...Array.from({ length: rows }, (_, row) => write(rowOf(display, row))),
    `${columns[pick]}: ${column.map((one) => formatNumber(one)).join("  ")}`,
  ].join("\n");
}
