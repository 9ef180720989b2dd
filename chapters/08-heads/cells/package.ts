import { table } from "@humpty/display";
import { MultiHeadAttention, Random, randn } from "@humpty/model";
import { head, times } from "./average.ts";

const random = new Random(8);
const x = randn([1, 3, 4], random); // Humpty Dumpty sat: four numbers each
const layer = new MultiHeadAttention(4, { heads: 2, bias: false, random });

// The package keeps one matrix of 12 rows: for queries 4, for keys 4, for values 4.
const rows = layer.qkv.weight.toRows();
const vectors = x.row(0).toRows();
/** What "sat" hears through head 0 or 1: each has two rows for each role. */
function heard(h: number) {
  const role = (start: number) => rows.slice(start + 2 * h, start + 2 * h + 2);
  const query = times(role(0), vectors[2] ?? []).map((one) => one / Math.sqrt(2));
  return head(vectors, query, role(4), role(8));
}
const sideBySide = [...heard(0), ...heard(1)]; // 2 + 2 numbers
const byHand = times(layer.projection.weight.toRows(), sideBySide);
const ofPackage = layer.forward(x).row(0).row(2).toList();

const compared = byHand.map((one, i) => ({
  "heads side by side": sideBySide[i] ?? 0,
  "after the last matrix": one,
  "the package's": ofPackage[i] ?? 0,
}));
const apart = byHand.map((one, i) => Math.abs(one - (ofPackage[i] ?? 0)));
export const farthest = Math.max(...apart);
export default table(compared, { digits: 6 });
