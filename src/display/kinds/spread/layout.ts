import { scaleLinear } from "d3-scale";
import { meanAndDeviation, type SpreadDisplay, type SpreadRow } from "./spread.ts";

/** The drawing stretches with the page while its text does not: places across are percents, heights are CSS pixels. */
export const sizes = { top: 26, axis: 34, row: 108, radius: 10 };

export interface RowLayout {
  /** Where the axis lies, in pixels from the top. */
  y: number;
  ticks: { at: number; text: string }[];
  /** In percent from the left; undefined where a value is not a number. */
  dots: (number | undefined)[];
  mean: number | undefined;
  band: { from: number; to: number } | undefined;
}

export const heightOf = ({ rows }: SpreadDisplay): number => rows.length * sizes.row;

/** Each row has an axis of its own: before and after may differ a hundredfold. */
export function layoutRow(row: SpreadRow, i: number): RowLayout {
  const { mean, deviation } = meanAndDeviation(row.values);
  const all = [...row.values, row.from, row.to, mean - deviation, mean + deviation];
  const finite = all.filter(Number.isFinite);
  const low = finite.reduce((least, one) => Math.min(least, one), Infinity);
  const high = finite.reduce((most, one) => Math.max(most, one), -Infinity);
  const scale = scaleLinear(low < high ? [low, high] : around(low), [5, 95]);
  const place = (value: number) =>
    Number.isFinite(value) ? Math.round(scale(value) * 100) / 100 : undefined;
  const format = scale.tickFormat(5);
  const [from, to] = [place(mean - deviation), place(mean + deviation)];
  return {
    y: i * sizes.row + sizes.top + sizes.axis,
    ticks: scale.ticks(5).map((value) => ({ at: place(value) ?? 0, text: format(value) })),
    dots: Array.from(row.values, place),
    mean: place(mean),
    band: from === undefined || to === undefined ? undefined : { from, to },
  };
}

const around = (value: number): [number, number] =>
  Number.isFinite(value) ? [value - 1, value + 1] : [-1, 1];
