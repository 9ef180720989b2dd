import { bars } from "@humpty/display";

/** How far the numbers lie from their mean. */
export function deviation(x: number[]): number {
  const mean = average(x);
  const squares = x.map((one) => (one - mean) * (one - mean));
  return Math.sqrt((average(squares) * x.length) / (x.length - 1));
}

const average = (list: number[]) =>
  list.reduce((sum, one) => sum + one, 0) / list.length;

const close = deviation([4, 5, 5, 6]);
const wide = deviation([1, 5, 5, 9]);
export default bars(["4 5 5 6", "1 5 5 9"], [close, wide]);
