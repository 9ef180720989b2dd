import {
  brand,
  cut,
  formatNumber,
  limits,
  type Numbers,
  readArray,
  readFields,
  readFloats,
  readNumber,
  readOptionalString,
  readString,
  toList,
} from "../kind.ts";

/** The same numbers in several states, one row each: dots on an axis, with their mean and one standard deviation marked. */
export interface SpreadDisplay {
  kind: "spread";
  title?: string;
  /** Each has as many values; the first of one row became the first of the next. */
  rows: SpreadRow[];
}

export interface SpreadRow {
  name: string;
  values: Float32Array;
  /** What the axis shows at least; values beyond it stretch it. */
  from: number;
  to: number;
}

/** No drawing has more: dots would hide each other. */
export const most = { rows: 4, values: 12, name: 40 };

/**
 * Rows of dots: `{ name, values, from, to }` each, joined dot by dot to the row below, with mean and one standard deviation (of all values, divided by
 * their number). `from` and `to` keep an axis still while values move. Throws where rows differ in length or are too many.
 */
export function spread(
  rows: readonly { name: string; values: Numbers; from?: number; to?: number }[],
  { title }: { title?: string } = {},
): SpreadDisplay {
  const made = {
    kind: "spread" as const,
    ...(title === undefined ? {} : { title: cut(String(title), limits.label) }),
    rows: rows.map(({ name, values, from = Number.NaN, to = Number.NaN }) => ({
      name: cut(String(name), most.name),
      values: Float32Array.from(toList(values, "spread")),
      ...{ from: Number(from), to: Number(to) },
    })),
  };
  check(made);
  return brand(made);
}

function check({ rows }: SpreadDisplay): void {
  if (rows.length < 1 || rows.length > most.rows)
    throw new Error(`spread: 1 to ${most.rows} rows can be drawn, got ${rows.length}`);
  const count = rows[0]?.values.length ?? 0;
  for (const { name, values } of rows) {
    if (values.length < 1 || values.length > most.values)
      throw new Error(`spread: 1 to ${most.values} numbers can be drawn, got ${values.length}`);
    if (values.length !== count)
      throw new Error(
        `spread: “${name}” has ${values.length} numbers and the first row ${count}: dot belongs to dot, so all rows need as many`,
      );
  }
}

/** Mean and standard deviation of all values, not a number where one of them is none. */
export function meanAndDeviation(values: Float32Array): { mean: number; deviation: number } {
  const average = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const largest = Math.max(...values.map(Math.abs));
  const measured = average([...values]);
  // Values have 32 bits: what is left of a mean of 0 is their rounding.
  const mean = Math.abs(measured) < 1e-6 * largest ? 0 : measured;
  const deviation = Math.sqrt(average(Array.from(values, (one) => (one - mean) * (one - mean))));
  return { mean, deviation };
}

export function readSpread(raw: unknown): SpreadDisplay {
  const { title, rows } = readFields(raw, "spread");
  const said = readOptionalString(title, "spread: title", limits.label);
  const made: SpreadDisplay = {
    kind: "spread",
    ...(said === undefined ? {} : { title: said }),
    rows: readArray(rows, "spread", most.rows + 1, (one, at) => {
      const { name, values, from, to } = readFields(one, at);
      return {
        name: readString(name, at, most.name),
        values: readFloats(values, at, most.values + 1),
        from: readNumber(from, `${at}: from`),
        to: readNumber(to, `${at}: to`),
      };
    }),
  };
  check(made);
  return made;
}

export function spreadToText({ title, rows }: SpreadDisplay): string {
  const lines = rows.map(({ name, values }) => {
    const { mean, deviation } = meanAndDeviation(values);
    const list = Array.from(values, (one) => formatNumber(one)).join("  ");
    return `${name}: ${list}  (M = ${formatNumber(mean)}, S = ${formatNumber(deviation)})`;
  });
  return [...(title === undefined ? [] : [title]), ...lines].join("\n");
}
