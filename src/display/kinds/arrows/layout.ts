import type { ArrowsDisplay } from "./arrows.ts";

/** In CSS pixels. It is never scaled, and fits a phone. */
const room = { width: 300, height: 280, edge: 26 };

/** Where the plane's points stand in the drawing, and its lines. */
export function layout({ x, y }: Pick<ArrowsDisplay, "x" | "y">) {
  const [across, up] = [x[1] - x[0], y[1] - y[0]];
  const scale = Math.min(room.width / across, room.height / up);
  const place = ([left, top]: readonly [number, number]): [number, number] => [
    room.edge + (left - x[0]) * scale,
    room.edge + (y[1] - top) * scale,
  ];
  const step = nice(Math.max(across, up));
  return {
    width: across * scale + 2 * room.edge,
    height: up * scale + 2 * room.edge,
    place,
    ticks: { x: within(x, step), y: within(y, step) },
  };
}

/** A round step that leaves no more than nine lines. */
function nice(span: number): number {
  let power = 1;
  while (power * 10 < span) power *= 10;
  while (power >= span) power /= 10;
  return [0.2, 0.5, 1, 2].map((one) => one * power).find((one) => span / one <= 8) ?? power;
}

/** The multiples of a step in a range. */
function within([low, high]: [number, number], step: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(6)),
  );
}
