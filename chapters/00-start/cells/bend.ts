import { table } from "@humpty/display";
import { Random, randn, tensor } from "@humpty/model";
import { shown } from "./neuron.ts";

const random = new Random(2);
const first = randn([3, 4], random); // 4 numbers → 3
const second = randn([2, 3], random); // 3 numbers → 2
const both = second.matmul(first); // 4 numbers → 2, in one step

const rows = Object.entries(shown).map(([thing, numbers]) => {
  const x = tensor(numbers).reshape([4, 1]); // a column
  const hidden = first.matmul(x);
  const [inTwo, inOne] = [second.matmul(hidden), both.matmul(x)];
  const bent = second.matmul(hidden.relu());
  const two = { thing, "two layers": inTwo.at(0, 0), "one matrix": inOne.at(0, 0) };
  return { ...two, "two layers and a bend": bent.at(0, 0) };
});
export const apart = Math.max(
  ...rows.map((row) => Math.abs(row["two layers"] - row["one matrix"])),
);
export default table(rows, { digits: 3, title: "the first output" });
