import { table } from "@humpty/display";
import { after1000, after4000 } from "./measured.ts";

const mean = (list: readonly number[]) =>
  list.reduce((sum, one) => sum + one, 0) / list.length;
const costs = (runs: Record<string, readonly number[]>) =>
  Object.entries(runs).map(([, wrongs]) => mean(wrongs) - mean(runs["nothing"] ?? []));
const [short, long] = [costs(after1000), costs(after4000)];

const rows = Object.entries(after4000).map(([name, wrongs], i) => ({
  "switched off": name,
  "costs, 1000 steps": short[i] ?? 0,
  "costs, 4000 steps": long[i] ?? 0,
  "how wrong, five seeds": [Math.min, Math.max]
    .map((end) => end(...wrongs).toFixed(2))
    .join(" to "),
}));
export const whole = mean(after4000.nothing);
export const [, embeddings = 0, subwords = 0, attention = 0, crossEntropy = 0] = long;
export const [, , , , , residual = 0, norm = 0, dropout = 0, heads = 0] = long;
export const positions = long[9] ?? 0;
export const [attentionSoon = 0, positionsSoon = 0] = [short[3], short[9]];
const title = "how much more wrong, by the letter, on unseen lines";
export default table(rows, { digits: 3, title });
