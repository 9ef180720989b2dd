import { table } from "@humpty/display";

/** How many weights and biases a network has whose layers are so large. */
export function countWeights(sizes: number[]) {
  let count = 0;
  for (let i = 1; i < sizes.length; i++)
    count += ((sizes[i - 1] ?? 0) + 1) * (sizes[i] ?? 0);
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
