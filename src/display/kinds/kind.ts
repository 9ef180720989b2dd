/** What every kind of display uses: marks of trust, bounds, and readers of data that a hostile cell may have made. */

/** No display shows more than this; what is left out is said. */
export const limits = {
  text: 10_000,
  label: 200,
  items: 200,
  rows: 64,
  points: 2_000,
  nodes: 2_000,
  depth: 8,
};

const branded = new WeakSet<object>();

/** Marks a display as made by this package, so that a reader's own `{ kind: … }` object is not taken for one. */
export function brand<T extends object>(display: T): T {
  branded.add(display);
  return display;
}

export const isBranded = (value: unknown): value is object =>
  typeof value === "object" && value !== null && branded.has(value);

export type Fields = Readonly<Record<string, unknown>>;

/** The own fields of a plain object. Throws where `raw` is not an object. */
export function readFields(raw: unknown, what: string): Fields {
  if (typeof raw !== "object" || raw === null) throw new Error(`${what}: expected an object`);
  // A copy without a prototype: neither `__proto__` nor a patched Object.prototype is ever looked up.
  return Object.assign(Object.create(null), raw) as Fields;
}

export function readString(raw: unknown, what: string, limit: number = limits.text): string {
  if (typeof raw !== "string") throw new Error(`${what}: expected text`);
  return cut(raw, limit);
}

export const readOptionalString = (
  raw: unknown,
  what: string,
  limit?: number,
): string | undefined => (raw === undefined ? undefined : readString(raw, what, limit));

export function readNumber(raw: unknown, what: string): number {
  if (typeof raw !== "number") throw new Error(`${what}: expected a number`);
  return raw;
}

export function readArray<T>(
  raw: unknown,
  what: string,
  limit: number,
  item: (raw: unknown, what: string) => T,
): T[] {
  if (!Array.isArray(raw)) throw new Error(`${what}: expected a list`);
  const items: T[] = [];
  for (let i = 0; i < Math.min(raw.length, limit); i++) items.push(item(raw[i], `${what}[${i}]`));
  return items;
}

export const readStrings = (raw: unknown, what: string, limit: number = limits.items): string[] =>
  readArray(raw, what, limit, (one, at) => readString(one, at, limits.label));

export const readOptionalStrings = (
  raw: unknown,
  what: string,
  limit?: number,
): string[] | undefined => (raw === undefined ? undefined : readStrings(raw, what, limit));

/** Numbers from a list or a typed array, as a Float32Array. */
export function readFloats(raw: unknown, what: string, limit: number): Float32Array {
  if (raw instanceof Float32Array) return raw.slice(0, limit);
  return Float32Array.from(readArray(raw, what, limit, readNumber));
}

export function readShape(raw: unknown, what: string): number[] {
  return readArray(raw, what, 8, (one, at) => {
    const size = readNumber(one, at);
    if (!Number.isSafeInteger(size) || size < 0) throw new Error(`${at}: expected a size`);
    return size;
  });
}

export const cut = (text: string, limit: number): string =>
  text.length <= limit
    ? text
    : `${text.slice(0, limit)}… (${(text.length - limit).toLocaleString("en")} more)`;

/** A tensor as this package sees it: any object with a shape and data. */
export interface TensorLike {
  shape: readonly number[];
  data: ArrayLike<number>;
}

export type Numbers = TensorLike | readonly number[] | readonly (readonly number[])[];

export function isTensorLike(value: unknown): value is TensorLike {
  return (
    typeof value === "object" &&
    value !== null &&
    "shape" in value &&
    "data" in value &&
    Array.isArray(value.shape)
  );
}

/** Shape and data of a tensor, a list of numbers or a list of rows. Throws where rows differ in length. */
export function toTensorLike(numbers: Numbers, what: string): TensorLike {
  if (isTensorLike(numbers)) return numbers;
  if (!Array.isArray(numbers))
    throw new Error(`${what}: expected a tensor, a list of numbers or a list of rows`);
  const first: unknown = numbers[0];
  if (!Array.isArray(first)) return { shape: [numbers.length], data: numbers as number[] };
  const rows = numbers as readonly (readonly number[])[];
  const width = first.length;
  const bad = rows.findIndex((row) => row.length !== width);
  if (bad >= 0)
    throw new Error(
      `${what}: row ${bad} has ${rows[bad]?.length} numbers, row 0 has ${width}: all rows need as many`,
    );
  return { shape: [rows.length, width], data: rows.flat() };
}

/** A list of numbers from a list or a rank 1 tensor. */
export const toList = (numbers: Numbers, what: string): number[] =>
  Array.from(toTensorLike(numbers, what).data);

/** A number for people: a true minus sign, ∞ and NaN as such; `digits` after the point. */
export function formatNumber(value: number, digits = 2): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15)
    return minus(Object.is(value, -0) ? "−0" : value.toString());
  if (size !== 0 && (size < 10 ** -(digits + 1) || size >= 1e7))
    return minus(value.toExponential(Math.min(digits, 3)));
  return minus(value.toFixed(digits));
}

const minus = (text: string): string => text.replace(/-/g, "−");

/** A share or a chance for people: as many digits after the point whatever its size, so that a column of them can be read down. */
export const formatShare = (value: number, digits = 2): string =>
  Number.isFinite(value) && Math.abs(value) < 1e7
    ? minus(value.toFixed(digits))
    : formatNumber(value, digits);

/** A size for people, in steps of a thousand: `12 B`, `1.5 KB`, `6.2 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  // What would be rounded to 1000.0 KB is a megabyte.
  if (bytes < 999_950) return `${(bytes / 1e3).toFixed(1)} KB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
