import { scaleLinear } from "d3-scale";
import type { Point } from "./scatter.ts";

/** The drawing stretches with the page while its text does not: places across are percents, heights are CSS pixels. */
export const height = 280;

export interface Tick {
  at: number;
  text: string;
}

export interface Layout {
  x: Tick[];
  y: Tick[];
  place(point: Point): [percent: number, top: number];
}

/** Where points stand, with some room around them. Points that are not numbers have no place in it. */
export function layout(points: readonly Point[]): Layout {
  const finite = points.filter(isPlaced);
  const x = scaleLinear(range(finite.map((one) => one.x)), [3, 97]);
  const y = scaleLinear(range(finite.map((one) => one.y)), [height - 12, 12]);
  const ticks = (scale: typeof x): Tick[] => {
    const format = scale.tickFormat(4);
    return scale.ticks(4).map((value) => ({ at: round(scale(value)), text: format(value) }));
  };
  return {
    x: finite.length > 0 ? ticks(x) : [],
    y: finite.length > 0 ? ticks(y) : [],
    place: (point) => [round(x(point.x)), round(y(point.y))],
  };
}

export const isPlaced = ({ x, y }: Point): boolean => Number.isFinite(x) && Number.isFinite(y);

const round = (value: number) => Math.round(value * 10) / 10;

function range(values: readonly number[]): [number, number] {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  if (low > high) return [0, 1];
  const room = Math.abs(low) / 10 || 0.5;
  return low < high ? [low, high] : [low - room, high + room];
}
