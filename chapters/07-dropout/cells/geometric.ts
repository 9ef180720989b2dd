import { table } from "@humpty/display";
import { log, Random, randn, tensor } from "@humpty/model";
import { mean } from "./chances.ts";

const random = new Random(3);
const weights = randn([3, 6], random); // from 6 neurons to 3 letters
const hidden = randn([6], random).relu().toList();
const chances = (hidden: number[]) =>
  tensor([hidden]).matmul(weights.transpose()).softmax().row(0).toList();

/** All 64 thinned networks: each of six neurons is kept or not. */
const ways = Array.from({ length: 64 }, (_, i) => i.toString(2).padStart(6, "0"));
const all = ways.map((way) => chances(hidden.map((one, i) => one * Number(way[i]))));
const letters = [0, 1, 2];
const arithmetic = letters.map((j) => mean(all.map((one) => one[j] ?? 0)));
// The mean of the logarithms, turned back into chances that add up to 1.
const logs = letters.map((j) => mean(all.map((one) => log(one[j] ?? 0))));
const geometric = tensor([logs]).softmax().row(0).toList();
const scaled = chances(hidden.map((one) => one / 2)); // times 1 − p
const differences = scaled.map((one, j) => Math.abs(one - (geometric[j] ?? 0)));
export const apart = Math.max(...differences);
const row = (of: string, [a = 0, b = 0, c = 0]: number[]) => ({ "": of, a, b, c });
export default table(
  [
    row("average of all 64", arithmetic),
    row("geometric mean of all 64", geometric),
    row("the whole network, times 1 − p", scaled),
  ],
  { digits: 4, title: "chances of three letters" },
);
