import { table } from "@humpty/display";
import { exp, log } from "@humpty/model";
import { said } from "./compare.ts";
import { exam } from "./sonnets.ts";

const sum = (list: number[]) => list.reduce((sum, one) => sum + one, 0);
const rare = (chance: number) => chance < 0.01;

/** How surprised models are on average, and how letters fare that they find rare. */
function examine(models: number[][][]) {
  const rows = models.flat(); // the 27 chances at each place
  const given = rows.map((row, i) => row[exam.nexts[i % 4000] ?? 0] ?? 0); // what came
  const surprise = sum(given.map((chance) => -log(chance))) / rows.length;
  const promised = sum(rows.flatMap((row) => row.filter(rare))) / rows.length;
  const came = given.filter(rare).length / rows.length;
  return { surprise, promised: 100 * promised, came: 100 * came };
}
const [, , , soft = [], cross = []] = said;
const [squares, crossEntropy] = [examine(soft), examine(cross)];
export const {
  surprise: softSurprise,
  promised: softPromised,
  came: softCame,
} = squares;
export const { surprise: crossSurprise, promised, came } = crossEntropy;
export const [softLike, crossLike] = [exp(softSurprise), exp(crossSurprise)];
export default table([
  { loss: "softmax, squares", ...squares },
  { loss: "cross-entropy", ...crossEntropy },
]);
