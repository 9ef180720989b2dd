import { table } from "@humpty/display";
import { Random, scope } from "@humpty/model";
import { numbers, symbols } from "../../00-start/cells/letters.ts";
import { before, makeNetwork } from "./network.ts";

const [network, twin] = [makeNetwork(27), makeNetwork(27)]; // the same weights in both
const old = new Random(3).shuffle(symbols.map((_, i) => i)); // number n was old[n]
const renamed = symbols.map((_, i) => old.indexOf(i)); // what was i is now renamed[i]

// In the twin, rows move along with their symbols: the vectors, and the scores' weights.
const parts = ({ embed, last }: typeof network) => [embed, last];
for (const [i, part] of parts(network).entries())
  for (const [j, rows] of part.parameters().entries()) {
    const moved = old.flatMap((place) => rows.row(place).toList());
    parts(twin)[i]?.parameters()[j]?.data.set(moved);
  }
const ids = numbers("humpty dumpty");
const newIds = ids.map((id) => renamed[id] ?? 0);
const ask = (one: typeof network, ids: number[]) =>
  scope(() => one.forward([before(ids, ids.length)]).toList());
const [scores, newScores] = [ask(network, ids), ask(twin, newIds)];
const rows = symbols.map((symbol, i) => {
  const now = renamed[i] ?? 0;
  const [a, b] = [scores[i] ?? 0, newScores[now] ?? 0];
  return { symbol, "no.": i, score: a, "new no.": now, "its score": b };
});
export const [as, asNew] = [ids, newIds].map((list) => list.join(", "));
export const equal = rows.filter((row) => row.score === row["its score"]).length;
const shown = rows.filter(({ symbol }) => "adhmu".includes(symbol));
export default table(shown, { digits: 3 });
