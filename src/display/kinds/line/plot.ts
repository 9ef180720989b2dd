import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { Series } from "./line.ts";

/**
 * The plot stretches with the page while its text does not: widths are parts of `width`, which the drawing maps to the
 * whole width that there is, and heights are CSS pixels.
 */
export const width = 1000;
export const height = 220;

export interface Tick {
  /** In parts of `width`, or in pixels from the top. */
  at: number;
  text: string;
}

export interface Plot {
  x: Tick[];
  y: Tick[];
  /** Where y is 0, if the plot crosses it. */
  zero: number | undefined;
  lines: PlotLine[];
  place(x: number, y: number): [left: number, top: number];
  /** The x that lies at a part of the width. */
  xAt(left: number): number;
}

export interface PlotLine {
  path: string;
  /** Points that no line shows, or that are few enough to be shown each. */
  dots: [left: number, top: number][];
  /** The last point; none where the line has no numbers. */
  end: [left: number, top: number] | undefined;
  /** Where the name stands: at the end, moved if names would overlap. */
  label: number;
}

/** How far apart two names stand, in pixels. */
const between = 15;

export function plot(series: readonly Series[]): Plot {
  const points = series.map(pointsOf);
  const drawn = points.flat().filter(isFinitePoint);
  const across = points.flatMap((list) => list.map(([at]) => at)).filter(Number.isFinite);
  const heights = drawn.map(([, value]) => value);
  const x = scaleLinear(range(across, false), [0, width]);
  const y = scaleLinear(range(heights, true), [height, 0]).nice(5);
  const place = (a: number, b: number): [number, number] => [x(a), y(b)];
  const ticks = (scale: typeof x, count: number): Tick[] => {
    const format = scale.tickFormat(count);
    return scale.ticks(count).map((value) => ({ at: scale(value), text: format(value) }));
  };
  const path = line<Point>()
    .defined(isFinitePoint)
    .x(([a]) => round(x(a)))
    .y(([, b]) => round(y(b)));
  const lines = points.map((list): PlotLine => {
    const finite = list.filter(isFinitePoint);
    const last = finite.at(-1);
    const few = finite.length > 2 && finite.length <= 12;
    const alone = (i: number) => !isFinitePoint(list[i - 1]) && !isFinitePoint(list[i + 1]);
    const end = last && place(...last);
    return {
      path: path(list) ?? "",
      dots: list
        .filter((point, i) => isFinitePoint(point) && (few || alone(i)))
        .map((point) => place(...point)),
      end,
      label: end?.[1] ?? 0,
    };
  });
  spread(lines);
  const [bottom = 0, top = 0] = y.domain();
  const [left = 0, right = 0] = x.domain();
  const counted = across.every(Number.isInteger);
  return {
    x: across.length > 0 ? ticks(x, counted ? Math.min(5, Math.max(1, right - left)) : 5) : [],
    y: drawn.length > 0 ? ticks(y, 5) : [],
    zero: bottom < 0 && top > 0 ? y(0) : undefined,
    lines,
    place,
    xAt: (left) => x.invert(left),
  };
}

type Point = [x: number, y: number];

const pointsOf = ({ x, y }: Series): Point[] => x.map((at, i) => [at, y[i] ?? Number.NaN]);

const isFinitePoint = (point: Point | undefined): boolean => point?.every(Number.isFinite) ?? false;

const round = (value: number) => Math.round(value * 10) / 10;

/** Lowest and highest value, apart in any case; with 0 where that is near. */
function range(values: readonly number[], withZero: boolean): [number, number] {
  if (values.length === 0) return [0, 1];
  let [low, high] = values.reduce(
    ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
    [Infinity, -Infinity],
  );
  if (withZero && low > 0 && low < high * 0.3) low = 0;
  if (withZero && high < 0 && high > low * 0.3) high = 0;
  if (low < high) return [low, high];
  const room = Math.abs(low) / 10 || 0.5;
  return [low - room, high + room];
}

/** Moves names apart that would overlap, each as little as it takes. */
function spread(lines: PlotLine[]) {
  const named = lines.filter(({ end }) => end).sort((a, b) => a.label - b.label);
  named.forEach((line, i) => {
    const before = named[i - 1];
    if (before) line.label = Math.max(line.label, before.label + between);
  });
  let most = height;
  for (const line of named.reverse()) {
    line.label = Math.min(line.label, most);
    most = line.label - between;
  }
}
