import { heatmap } from "@humpty/display";
import { tensor } from "@humpty/model";
import { dot, type Matrix, times, Wk, Wq } from "../../cells/keys.ts";
import { type Pair, words, x1, x2, x3 } from "../../cells/mixture.ts";
import { Wv } from "../../cells/output.ts";

/** The output for every word: each asks with its own query. */
export function attend(x: Pair[], Wq: Matrix, Wk: Matrix, Wv: Matrix): Pair[] {
  const queries = x.map((word) => times(Wq, word));
  const keys = x.map((word) => times(Wk, word));
  const values = x.map((word) => times(Wv, word));
  return queries.map(() => {
    const query = queries[x.length - 1] ?? [0, 0];
    const weights = softmax(keys.map((key) => dot(key, query)));
    const output: Pair = [0, 0];
    for (const [i, value] of values.entries()) {
      output[0] += (weights[i] ?? 0) * value[0];
      output[1] += (weights[i] ?? 0) * value[1];
    }
    return output;
  });
}

const softmax = (scores: number[]) => tensor(scores).softmax().toList();

const outputs = attend([x1, x2, x3], Wq, Wk, Wv);
export default heatmap(outputs, {
  rows: words.slice(-outputs.length),
  name: "outputs",
});
