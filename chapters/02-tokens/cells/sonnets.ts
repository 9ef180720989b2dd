import { line, stack, table } from "@humpty/display";
import { BytePairTokenizer } from "@humpty/model";
import { learn, textOf } from "./learn.ts";
import { parts } from "./unknown.ts";

const [known = ""] = parts; // nine tenths of the sonnets
export const { merges } = learn(known, 300);
const ofPackage = [...BytePairTokenizer.steps(known, { size: 256 + 300 })];
export const same = merges.filter(({ pair, count }, i) => {
  const other = ofPackage[i];
  return other?.pair.join() === pair.join() && other.count === count;
}).length;

const seen = (token: number) => textOf(token, merges).replace(" ", "␣");
const shown = [1, 2, 3, 10, 30, 100, 300];
const rows = shown.flatMap((step) => {
  const { pair = [], token = 0, count = 0 } = merges[step - 1] ?? {};
  const joined = `${pair.map(seen).join(" + ")} = ${seen(token)}`;
  return [{ merge: step, joined, "comes … times": count }];
});
export const [first, second, third] = rows.map(({ joined }) => joined);
const lengths = ofPackage.map(({ length }) => length);
export const [letters, left] = [known.length, lengths.at(-1) ?? 0];
export default stack(
  table(rows),
  line({ "tokens in the text": lengths }, { x: "merges", y: "tokens" }),
);
