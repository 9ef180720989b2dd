import type { Box, Column, Layout } from "./layout.ts";

type Point = readonly [x: number, y: number];

/** A wire that leaves downwards and arrives downwards. */
export function fall([x1, y1]: Point, [x2, y2]: Point): string {
  if (Math.abs(x1 - x2) < 0.5) return `M${x1},${y1}V${y2}`;
  const middle = (y1 + y2) / 2;
  return `M${x1},${y1}C${x1},${middle} ${x2},${middle} ${x2},${y2}`;
}

/** The tip of an arrow that points downwards at `to`. */
export const tip = ([x, y]: Point, size = 3.5): string =>
  `M${x - size},${y - size * 1.5}L${x},${y}L${x + size},${y - size * 1.5}Z`;

export const top = (to: Box): Point => [to.center, to.y - 1];
export const bottom = (from: Box): Point => [from.center, from.y + from.height];

const round = 8;

/** The query's wire to one score: down to the bus, along it past the other words, and into the dot from the right. */
export function tap(layout: Layout, column: Column): string {
  const [x, y] = column.dot;
  const [from, start] = bottom(layout.query);
  const drop = x + 20;
  const way = from > drop ? -1 : 1;
  return [
    `M${from},${start}V${layout.bus - round}`,
    `Q${from},${layout.bus} ${from + way * round},${layout.bus}`,
    `H${drop - way * round}Q${drop},${layout.bus} ${drop},${layout.bus + round}`,
    `Q${drop},${y} ${x + 9},${y}`,
  ].join("");
}

/** A value's wire: straight down behind the softmax, then into the × from the left. */
export function value(column: Column): string {
  const [x, y] = column.times;
  const [from, start] = bottom(column.value);
  return `M${from},${start}V${y - 18}Q${from},${y} ${x - 9},${y}`;
}

/** A weight's wire: into the × from the right. */
export function weight(column: Column): string {
  const [x, y] = column.times;
  const [from, start] = bottom(column.weight);
  return `M${from},${start}V${y - 14}Q${from},${y} ${x + 9},${y}`;
}

/** A weighted value's wire to the sum. */
export function sum(layout: Layout, column: Column): string {
  const [x, y] = layout.plus;
  return fall(bottom(column.product), [x, y - 9]);
}
