import {
  brand,
  cut,
  formatNumber,
  limits,
  type Numbers,
  readArray,
  readFields,
  readNumber,
  readOptionalString,
  readString,
  toList,
} from "../kind.ts";

/** Lines over a common x: a loss that falls, a curve. */
export interface LineDisplay {
  kind: "line";
  title?: string;
  /** What the axes measure. */
  x?: string;
  y?: string;
  series: Series[];
}

export interface Series {
  name: string;
  x: number[];
  y: number[];
  /** How many points there were, where fewer are kept. */
  of?: number;
}

export interface LineOptions {
  title?: string;
  x?: string;
  y?: string;
}

/** No chart has more lines: there are as many colors. */
const mostSeries = 6;
const mostPoints = 1000;

type Values = Numbers | { x: Numbers; y: Numbers };

/**
 * A line for each name. Values without an `x` stand at 0, 1, 2…
 * Throws where there are more than 6 lines, and where `x` and `y` differ in length.
 */
export function line(
  lines: Record<string, Values>,
  { title, x, y }: LineOptions = {},
): LineDisplay {
  const entries = Object.entries(lines);
  if (entries.length > mostSeries)
    throw new Error(`line: at most ${mostSeries} lines can be told apart, got ${entries.length}`);
  return brand({
    kind: "line",
    ...labels({ title, x, y }),
    series: entries.map(([name, values]) => toSeries(cut(name, limits.label), values)),
  });
}

function labels(options: LineOptions): LineOptions {
  const said = Object.entries(options).filter(([, text]) => text !== undefined);
  return Object.fromEntries(said.map(([name, text]) => [name, cut(String(text), limits.label)]));
}

function toSeries(name: string, values: Values): Series {
  const given = "y" in values && "x" in values;
  const y = toList(given ? values.y : (values as Numbers), `line: ${name}`);
  const x = given ? toList(values.x, `line: ${name}: x`) : y.map((_, i) => i);
  if (x.length !== y.length)
    throw new Error(`line: ${name}: x and y need as many numbers: got ${x.length} and ${y.length}`);
  return thin({ name, x, y });
}

/** Keeps the shape of a long line: of each stretch its lowest and its highest point, and both ends. */
function thin({ name, x, y }: Series): Series {
  if (y.length <= mostPoints) return { name, x, y };
  const kept = new Set([0, y.length - 1]);
  const stretches = (mostPoints - 2) / 2;
  for (let stretch = 0; stretch < stretches; stretch++) {
    const start = Math.floor((stretch * y.length) / stretches);
    const end = Math.floor(((stretch + 1) * y.length) / stretches);
    let [low, high] = [start, start];
    for (let i = start; i < end; i++) {
      if (at(y, i) < at(y, low) || Number.isNaN(at(y, low))) low = i;
      if (at(y, i) > at(y, high) || Number.isNaN(at(y, high))) high = i;
    }
    kept.add(low).add(high);
  }
  const places = [...kept].sort((a, b) => a - b);
  return { name, x: places.map((i) => at(x, i)), y: places.map((i) => at(y, i)), of: y.length };
}

const at = (numbers: readonly number[], i: number): number => numbers[i] ?? Number.NaN;

export function readLine(raw: unknown): LineDisplay {
  const { title, x, y, series } = readFields(raw, "line");
  return {
    kind: "line",
    ...labels({
      title: readOptionalString(title, "line: title"),
      x: readOptionalString(x, "line: x"),
      y: readOptionalString(y, "line: y"),
    }),
    series: readArray(series, "line: series", mostSeries, (one, what) => {
      const fields = readFields(one, what);
      const numbers = (list: unknown) => readArray(list, what, mostPoints, readNumber);
      const [xs, ys] = [numbers(fields.x), numbers(fields.y)];
      const length = Math.min(xs.length, ys.length);
      return {
        name: readString(fields.name, what, limits.label),
        x: xs.slice(0, length),
        y: ys.slice(0, length),
        ...(fields.of === undefined ? {} : { of: readNumber(fields.of, what) }),
      };
    }),
  };
}

export interface Summary {
  points: number;
  first: number;
  last: number;
  lowest: number;
  highest: number;
}

/** What a line says at a glance; NaN where it has no numbers. */
export function summary({ y, of }: Series): Summary {
  const finite = y.filter(Number.isFinite);
  return {
    points: of ?? y.length,
    first: at(finite, 0),
    last: at(finite, finite.length - 1),
    lowest: finite.length > 0 ? Math.min(...finite) : Number.NaN,
    highest: finite.length > 0 ? Math.max(...finite) : Number.NaN,
  };
}

export function lineToText({ title, series }: LineDisplay): string {
  const lines = series.map((one) => {
    const { points, first, last, lowest, highest } = summary(one);
    const [a, b, c, d] = [first, last, lowest, highest].map((number) => formatNumber(number, 3));
    return `${one.name}: ${points} points, first ${a}, last ${b}, lowest ${c}, highest ${d}`;
  });
  return [...(title === undefined ? [] : [title]), ...lines].join("\n");
}
