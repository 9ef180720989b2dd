import { bars } from "@humpty/display";

/** The likeliest chances that have at least `p` together, made to add up to 1. */
export function topP(chances: number[], p: number): number[] {
  const kept = chances.map((chance) => (chance >= p ? chance : 0));
  const total = kept.reduce((sum, one) => sum + one, 0);
  return kept.map((one) => one / total);
}

const names = ["wall", "hill", "tree", "king", "egg"];
export default bars(names, topP([0.4, 0.25, 0.2, 0.1, 0.05], 0.6));
