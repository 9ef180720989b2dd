import type { Series } from "./line.ts";

/** Every x at which some line has a point, in order. */
export const allX = (series: readonly Series[]) =>
  [...new Set(series.flatMap(({ x }) => x.filter(Number.isFinite)))].sort((a, b) => a - b);

/** The height of a drawn line at `at`, between two points as well; nothing where no line is drawn. */
export function valueAt({ x, y }: Series, at: number): number | undefined {
  const place = x.indexOf(at);
  if (place >= 0) return y[place];
  const after = x.findIndex((right, i) => (x[i - 1] ?? Infinity) < at && at < right);
  const [x1, x2, y1, y2] = [x[after - 1], x[after], y[after - 1], y[after]];
  if (x1 === undefined || x2 === undefined || y1 === undefined || y2 === undefined)
    return undefined;
  return y1 + ((at - x1) / (x2 - x1)) * (y2 - y1);
}

export function nearest(xs: readonly number[], wanted: number): number {
  let best = 0;
  for (let i = 1; i < xs.length; i++)
    if (Math.abs((xs[i] ?? 0) - wanted) < Math.abs((xs[best] ?? 0) - wanted)) best = i;
  return best;
}

/** Where a key leads; the same place for keys that lead nowhere, none for Escape. */
export function moved(place: number | undefined, key: string, count: number): number | undefined {
  if (count === 0) return place;
  const to = (next: number) => Math.max(0, Math.min(count - 1, next));
  const page = Math.max(1, Math.round(count / 10));
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: page,
    PageDown: -page,
  };
  if (key === "Escape") return undefined;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = steps[key];
  if (step === undefined) return place;
  return place === undefined ? (step > 0 ? 0 : count - 1) : to(place + step);
}
