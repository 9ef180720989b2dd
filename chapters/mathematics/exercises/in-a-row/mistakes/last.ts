import { table } from "@humpty/display";

/** A box: what it makes of a number, and its slope there. */
export interface Box {
  f: (x: number) => number;
  slope: (x: number) => number;
}

/** The slope of all boxes in a row, for a number x that goes into the first. */
export function slopeThrough(boxes: Box[], x: number): number {
  let whole = 1;
  let number = x;
  for (const box of boxes) {
    whole = box.slope(number);
    number = box.f(number); // what goes into the next box
  }
  return whole;
}

const triple: Box = { f: (x) => 3 * x, slope: () => 3 };
const square: Box = { f: (x) => x * x, slope: (x) => 2 * x };
const rows = [1, 2, 3].map((x) => ({ x, slope: slopeThrough([triple, square], x) }));
export default table(rows, { title: "triple, then square" });
