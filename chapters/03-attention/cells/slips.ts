import { table } from "@humpty/display";
import { Random } from "@humpty/model";
import { line, next, practice, type Reader } from "./practice.ts";
import { listening, slotted } from "./readers.ts";

const plain = line.slice(1).map((right, i) => ({ ids: line.slice(0, i + 1), right }));
const dice = new Random(4);
/** The same, with one of the 19 words slipped in at each place among the last five. */
const withSlip = plain.flatMap(({ ids, right }) => {
  const slip = (back: number) => ids.toSpliced(-back, 0, 1 + dice.integer(19));
  return ids.slice(-5).map((_, i) => ({ ids: slip(i + 1), right }));
});
const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
const rate = (reader: Reader, list: typeof plain) =>
  100 * mean(list.map(({ ids, right }) => (next(reader, ids) === right ? 1 : 0)));

const slots = [4, 6].map((count) => (random: Random) => slotted(count, random));
const rows = [...slots, listening].map((make, i) => {
  const network = ["four slots", "six slots", "listening"][i] ?? "";
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  const readers = seeds.map((seed) => practice(make(new Random(seed)), network));
  const printed = mean(readers.map((one) => rate(one, plain)));
  const rates = readers.map((one) => rate(one, withSlip));
  const [worst, best] = [Math.min(...rates), Math.max(...rates)];
  return { network, printed, slipped: mean(rates), worst, best };
});
export const [inFour, inSix, listened] = rows.map(({ slipped }) => slipped);
export const [, , known] = rows.map(({ printed }) => printed);
const title = "% of next words right: printed; slipped, on average, at worst, at best";
export default table(rows, { title, digits: 0 });
