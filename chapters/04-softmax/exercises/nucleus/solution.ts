import { bars } from "@humpty/display";

/** The likeliest chances that have at least `p` together, made to add up to 1. */
export function topP(chances: number[], p: number): number[] {
  const order = chances.map((_, i) => i);
  order.sort((i, j) => (chances[j] ?? 0) - (chances[i] ?? 0));
  const kept = chances.map(() => 0);
  let total = 0;
  for (const i of order) {
    if (total >= p) break;
    kept[i] = chances[i] ?? 0;
    total += kept[i] ?? 0;
  }
  return kept.map((one) => one / total);
}

const names = ["wall", "hill", "tree", "king", "egg"];
export default bars(names, topP([0.4, 0.25, 0.2, 0.1, 0.05], 0.6));
