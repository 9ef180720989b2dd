import { bars } from "@humpty/display";

/**
 * How large the last weights of a box should be at the start, where others are `usual`.
 * A model has `blocks` blocks; each has two boxes with a way around.
 */
export function begin(usual: number, blocks: number): number {
  return usual;
}

const models = [1, 4, 12, 48];
const sizes = models.map((blocks) => begin(0.02, blocks));
export default bars(
  models.map((blocks) => `${blocks} ${blocks === 1 ? "block" : "blocks"}`),
  sizes,
  { digits: 4 },
);
