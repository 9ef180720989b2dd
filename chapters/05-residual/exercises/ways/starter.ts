import { bars } from "@humpty/display";

/** In how many ways can a number get from the top to the bottom of a stack of boxes? */
export function ways(boxes: number): number {
  return boxes + 1;
}

const stacks = [1, 2, 3, 8];
export default bars(
  stacks.map((boxes) => (boxes === 1 ? "1 box" : `${boxes} boxes`)),
  stacks.map(ways),
);
