import { heatmap } from "@humpty/display";
import { tensor } from "@humpty/model";

/** scores[i][j]: word i asks, word j answers. Hides words that come after i. */
export function mask(scores: number[][]) {
  return scores.map((row, i) => row.map((score, j) => (j < i ? 0 : score)));
}

const rhyme = ["Humpty", "Dumpty", "sat", "on"];
const scores = [
  [2, 1, 3, 0],
  [1, 2, 0, 1],
  [3, 1, 1, 2],
  [0, 2, 1, 1],
];
const weights = tensor(mask(scores)).softmax();
export default heatmap(weights, { rows: rhyme, columns: rhyme, name: "weights" });
