import {
  brand,
  cut,
  formatNumber,
  readArray,
  readFields,
  readNumber,
  readOptionalString,
  readString,
} from "../kind.ts";

/** Arrows on a plane where both axes have the same measure, so that lengths and angles are true. */
export interface ArrowsDisplay {
  kind: "arrows";
  title?: string;
  arrows: Arrow[];
  /** What the plane shows: from x to x, from y to y. */
  x: [number, number];
  y: [number, number];
}

export interface Arrow {
  name: string;
  from: [number, number];
  to: [number, number];
  /** A helping line: dashed and without a point. */
  dashed: boolean;
}

/** No drawing has more: they would hide each other. */
export const most = { arrows: 8, name: 24 };

/** An arrow as a cell gives it: its tip, and where it starts if that is not the origin. */
export interface ArrowParts {
  name?: string;
  x: number;
  y: number;
  from?: readonly [number, number];
  dashed?: boolean;
}

/**
 * Arrows from the origin, or from `from`, to `x` and `y`. `x` and `y` of the options keep the plane still while arrows move. Throws where an
 * end is no finite number, where a range is empty, and where arrows are too many.
 */
export function arrows(
  list: readonly ArrowParts[],
  options: { title?: string; x?: readonly [number, number]; y?: readonly [number, number] } = {},
): ArrowsDisplay {
  const made = list.map(({ name = "", x, y, from = [0, 0], dashed = false }) => ({
    name: cut(String(name), most.name),
    from: [Number(from[0]), Number(from[1])] as [number, number],
    to: [Number(x), Number(y)] as [number, number],
    dashed,
  }));
  const range = (axis: 0 | 1, given?: readonly [number, number]): [number, number] => {
    if (given) return [Number(given[0]), Number(given[1])];
    const all = [0, ...made.flatMap(({ from, to }) => [from[axis], to[axis]])];
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return low < high ? [low, high] : [low - 1, high + 1];
  };
  const display: ArrowsDisplay = {
    kind: "arrows",
    ...(options.title === undefined ? {} : { title: cut(String(options.title), 200) }),
    arrows: made,
    x: range(0, options.x),
    y: range(1, options.y),
  };
  check(display);
  return brand(display);
}

function check({ arrows, x, y }: ArrowsDisplay): void {
  if (arrows.length < 1 || arrows.length > most.arrows)
    throw new Error(`arrows: 1 to ${most.arrows} arrows can be drawn, got ${arrows.length}`);
  for (const [low, high] of [x, y])
    if (!(low < high && Number.isFinite(high - low)))
      throw new Error(`arrows: the plane cannot reach from ${low} to ${high}`);
  for (const { name, from, to } of arrows)
    if (![...from, ...to].every(Number.isFinite))
      throw new Error(`arrows: “${name}” goes from (${from.join(", ")}) to (${to.join(", ")})`);
}

export function readArrows(raw: unknown): ArrowsDisplay {
  const { title, arrows, x, y } = readFields(raw, "arrows");
  const said = readOptionalString(title, "arrows: title", 200);
  const pair = (raw: unknown, what: string): [number, number] => {
    const [a, b] = readArray(raw, what, 2, readNumber);
    if (a === undefined || b === undefined) throw new Error(`${what}: expected two numbers`);
    return [a, b];
  };
  const made: ArrowsDisplay = {
    kind: "arrows",
    ...(said === undefined ? {} : { title: said }),
    arrows: readArray(arrows, "arrows", most.arrows + 1, (one, at) => {
      const { name, from, to, dashed } = readFields(one, at);
      return {
        name: readString(name, at, most.name),
        from: pair(from, at),
        to: pair(to, at),
        dashed: dashed === true,
      };
    }),
    x: pair(x, "arrows: x"),
    y: pair(y, "arrows: y"),
  };
  check(made);
  return made;
}

/** A point as it is written: `(2, 1)`. */
const point = ([x, y]: [number, number]) => `(${formatNumber(x)}, ${formatNumber(y)})`;

/** Each named arrow with its ends. */
export const endsOf = ({ arrows }: ArrowsDisplay): { name: string; from: string; to: string }[] =>
  arrows
    .filter(({ name }) => name !== "")
    .map(({ name, from, to }) => ({ name, from: point(from), to: point(to) }));

export function arrowsToText(display: ArrowsDisplay): string {
  const lines = endsOf(display).map(({ name, from, to }) => `${name}: ${from} → ${to}`);
  return [...(display.title === undefined ? [] : [display.title]), ...lines].join("\n");
}
