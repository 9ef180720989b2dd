import { table } from "@humpty/display";
import { cos, sin } from "@humpty/model";

export type Pair = [number, number];

/** A pair of numbers at a position, so that scores depend on the distance alone. */
export function turn([a, b]: Pair, position: number): Pair {
  const [c, s] = [cos(position), sin(position)];
  return [a * c - b * s, b * c + a * s];
}

/** Query times key, each at its position. */
function score(query: Pair, at: number, key: Pair, other: number) {
  const [[a, b], [c, d]] = [turn(query, at), turn(key, other)];
  return a * c + b * d;
}
const row = (at: number, other: number) => {
  return { "query at": at, "key at": other, score: score([2, 1], at, [1, 2], other) };
};
export default table([row(2, 0), row(3, 1), row(9, 7), row(9, 6)]);
