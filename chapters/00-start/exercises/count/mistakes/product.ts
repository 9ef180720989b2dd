import { table } from "@humpty/display";

/** How many weights and biases a network has whose layers are so large. */
export function countWeights(sizes: number[]) {
  let count = 0;
  count = 1;
  for (const size of sizes) count *= size;
  return count;
}

const networks = {
  leaves: [4, 6, 2],
  writer: [12, 100, 27],
  larger: [12, 100, 100, 27],
};
export default table(
  Object.entries(networks).map(([name, sizes]) => ({
    network: name,
    sizes: sizes.join(" → "),
    weights: countWeights(sizes),
  })),
);
