import { gpt2Sizes } from "@humpty/model";

/** How many trained numbers the norms of a model have. */
export function countNorms(blocks: number, width: number): number {
  return blocks * width;
}

const { layers, channels } = gpt2Sizes["124M"];
export default countNorms(layers, channels);
