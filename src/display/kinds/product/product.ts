import {
  brand,
  cut,
  formatNumber,
  type Numbers,
  readFields,
  readFloats,
  readNumber,
  readOptionalString,
  readOptionalStrings,
  readString,
  toTensorLike,
} from "../kind.ts";

/** Two matrices and their product, one number of which is lit together with the row and the column that it comes from. */
export interface ProductDisplay {
  kind: "product";
  title?: string;
  /** What the two are called. */
  left: string;
  right: string;
  /** `[rows, inner]` times `[inner, columns]`, each row by row. */
  a: Float32Array;
  b: Float32Array;
  rows: number;
  inner: number;
  columns: number;
  rowNames?: string[];
  columnNames?: string[];
  /** The number of the product that is lit at first. */
  pick: { row: number; column: number };
}

/** No drawing has more: it should fit a phone. */
export const most = { size: 6, name: 12 };

export interface ProductOptions {
  title?: string;
  /** What the two matrices are called. */
  names?: readonly [string, string];
  /** The names of the rows of the first, and of the columns of the second. */
  rows?: readonly string[];
  columns?: readonly string[];
  /** The number of the product that is lit at first: its row and column, counted from 0. */
  pick?: readonly [number, number];
}

/**
 * A drawing of the product of two matrices `[rows, inner]` and `[inner, columns]`: the first stands to its left, the second above it, and
 * a reader may choose which of its numbers is lit. Throws where a row of the first is not as long as a column of the second.
 */
export function product(a: Numbers, b: Numbers, options: ProductOptions = {}): ProductDisplay {
  const [first, second] = [toTensorLike(a, "product"), toTensorLike(b, "product")];
  if (first.shape.length !== 2 || second.shape.length !== 2)
    throw new Error(
      `product: needs two matrices, got the shapes [${first.shape.join(", ")}] and [${second.shape.join(", ")}]`,
    );
  const [rows = 0, inner = 0] = first.shape;
  const [height = 0, columns = 0] = second.shape;
  if (inner !== height)
    throw new Error(
      `product: a row of the first has ${inner} numbers, a column of the second has ${height}: they must be as long as each other`,
    );
  const { title, names: [left, right] = ["A", "B"], pick: [row, column] = [0, 0] } = options;
  const short = (list: readonly string[]) => list.map((name) => cut(String(name), most.name));
  const made: ProductDisplay = {
    kind: "product",
    ...(title === undefined ? {} : { title: cut(String(title), 200) }),
    left: cut(String(left), most.name),
    right: cut(String(right), most.name),
    a: Float32Array.from(first.data),
    b: Float32Array.from(second.data),
    ...{ rows, inner, columns },
    ...(options.rows === undefined ? {} : { rowNames: short(options.rows) }),
    ...(options.columns === undefined ? {} : { columnNames: short(options.columns) }),
    pick: { row, column },
  };
  check(made);
  return brand(made);
}

function check({ a, b, rows, inner, columns, rowNames, columnNames, pick }: ProductDisplay): void {
  for (const size of [rows, inner, columns])
    if (!Number.isInteger(size) || size < 1 || size > most.size)
      throw new Error(`product: 1 to ${most.size} rows and columns can be drawn, got ${size}`);
  if (a.length !== rows * inner || b.length !== inner * columns)
    throw new Error("product: there are not as many numbers as rows and columns need");
  if (rowNames && rowNames.length !== rows)
    throw new Error(`product: ${rows} rows need as many names, got ${rowNames.length}`);
  if (columnNames && columnNames.length !== columns)
    throw new Error(`product: ${columns} columns need as many names, got ${columnNames.length}`);
  const within = (place: number, size: number) =>
    Number.isInteger(place) && place >= 0 && place < size;
  if (!within(pick.row, rows) || !within(pick.column, columns))
    throw new Error(`product: there is no number in row ${pick.row}, column ${pick.column}`);
}

/** The pairs of numbers that meet for one number of the product. */
export const pairs = (
  { a, b, inner, columns }: ProductDisplay,
  row: number,
  column: number,
): [number, number][] =>
  Array.from({ length: inner }, (_, i) => [
    a[row * inner + i] ?? Number.NaN,
    b[i * columns + column] ?? Number.NaN,
  ]);

/** One number of the product: a row times a column. */
export const entry = (display: ProductDisplay, row: number, column: number): number =>
  pairs(display, row, column).reduce((sum, [one, other]) => sum + one * other, 0);

export function readProduct(raw: unknown): ProductDisplay {
  const fields = readFields(raw, "product");
  const { row, column } = readFields(fields.pick, "product: pick");
  const title = readOptionalString(fields.title, "product: title", 200);
  const limit = most.size * most.size + 1;
  const names = (list: unknown, what: string) =>
    readOptionalStrings(list, what, most.size + 1)?.map((name) => cut(name, most.name));
  const rowNames = names(fields.rowNames, "product: rowNames");
  const columnNames = names(fields.columnNames, "product: columnNames");
  const made: ProductDisplay = {
    kind: "product",
    ...(title === undefined ? {} : { title }),
    left: readString(fields.left, "product: left", most.name),
    right: readString(fields.right, "product: right", most.name),
    a: readFloats(fields.a, "product: a", limit),
    b: readFloats(fields.b, "product: b", limit),
    rows: readNumber(fields.rows, "product: rows"),
    inner: readNumber(fields.inner, "product: inner"),
    columns: readNumber(fields.columns, "product: columns"),
    ...(rowNames === undefined ? {} : { rowNames }),
    ...(columnNames === undefined ? {} : { columnNames }),
    pick: { row: readNumber(row, "product: pick"), column: readNumber(column, "product: pick") },
  };
  check(made);
  return made;
}

/** A sum as it is written: `1·2 + −1·0 = 2`. */
export function sumOf(display: ProductDisplay, row: number, column: number): string {
  const terms = pairs(display, row, column).map(
    ([one, other]) => `${formatNumber(one)}·${formatNumber(other)}`,
  );
  return `${terms.join(" + ")} = ${formatNumber(entry(display, row, column))}`;
}

export function productToText(display: ProductDisplay): string {
  const { title, left, right, a, b, rows, inner, columns } = display;
  const write = (name: string, height: number, width: number, at: (i: number) => number) => [
    `${name} [${height}, ${width}]`,
    ...Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) =>
        formatNumber(at(row * width + column)).padStart(6),
      )
        .join(" ")
        .trimEnd(),
    ),
  ];
  const out = (i: number) => entry(display, Math.floor(i / columns), i % columns);
  return [
    ...(title === undefined ? [] : [title]),
    ...write(left, rows, inner, (i) => a[i] ?? Number.NaN),
    ...write(right, inner, columns, (i) => b[i] ?? Number.NaN),
    ...write(`${left} · ${right}`, rows, columns, out),
  ].join("\n");
}
