import { table } from "@humpty/display";
import type { Ingredient } from "./lab.ts";
import { after1000, after4000 } from "./measured.ts";

type Runs = Record<Ingredient, readonly number[]>;
const mean = (list: readonly number[]) =>
  list.reduce((sum, one) => sum + one, 0) / list.length;
/** How much more wrong a model is without an ingredient, on average. */
const cost = (name: Ingredient, runs: Runs = after4000) =>
  mean(runs[name]) - mean(runs.nothing);

export const whole = mean(after4000.nothing);
export const embeddings = cost("trained embeddings");
export const subwords = cost("subwords");
export const attention = cost("attention");
export const crossEntropy = cost("cross-entropy");
export const residual = cost("residual connections");
export const norm = cost("normalization");
export const dropout = cost("dropout");
export const heads = cost("several heads");
export const positions = cost("positions");
export const attentionSoon = cost("attention", after1000);
export const positionsSoon = cost("positions", after1000);

const rows = (Object.keys(after4000) as Ingredient[]).map((name) => ({
  "switched off": name,
  "costs, 1000 steps": cost(name, after1000),
  "costs, 4000 steps": cost(name),
  "how wrong, five seeds": [Math.min, Math.max]
    .map((end) => end(...after4000[name]).toFixed(2))
    .join(" to "),
}));
const title = "how much more wrong, by the letter, on unseen lines";
export default table(rows, { digits: 3, title });
