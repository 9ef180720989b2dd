import { table } from "@humpty/display";
import { crossEntropy } from "@humpty/model";
import { surprise } from "./loss.ts";
import { symbols } from "./next.ts";
import { softmax } from "./softmax.ts";
import { young } from "./train.ts";

const scores = young.scores("humpty du").detach().reshape([1, 27]).requireGrad();
const right = symbols.indexOf("m");
crossEntropy(scores, [right]).backward(); // the package's backward pass
const u = scores.toList();
const p = softmax(u);
/** The loss when score i is nudged. */
function nudge(i: number, by: number) {
  const other = u.map((score, j) => (i === j ? score + by : score));
  return surprise(other, right);
}
const rows = symbols.map((next, i) => {
  const y = i === right ? 1 : 0;
  const nudged = (nudge(i, 0.001) - nudge(i, -0.001)) / 0.002;
  const backward = scores.grad?.at(0, i) ?? 0;
  return { next, p: p[i] ?? 0, y, "p − y": (p[i] ?? 0) - y, nudged, backward };
});
const shown = rows.filter(({ next }) => "umepj".includes(next));
export const [slopeOfM = 0, , slopeOfU = 0] = shown.slice(2).map((row) => row["p − y"]);
const apart = rows.map((row) =>
  [row.nudged, row.backward].map((n) => n - row["p − y"]),
);
export const farthest = Math.max(...apart.flat().map(Math.abs));
export default table(shown, { digits: 3 });
