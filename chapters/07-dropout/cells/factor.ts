import { slider, table } from "@humpty/display";
import { Dropout, ones, Random } from "@humpty/model";

const p = slider("p", { min: 0.1, max: 0.9, step: 0.1, value: 0.5 });
const x = ones([10000]); // ten thousand times the number 1

function row(name: string, scale: "train" | "inference") {
  const dropout = new Dropout(p, { scale, random: new Random(1) });
  const practice = dropout.forward(x);
  dropout.eval();
  const afterwards = dropout.forward(x).at(0);
  const kept = Math.max(...practice.toList());
  const average = practice.mean().item();
  return { form: name, "kept number": kept, "on average": average, afterwards };
}
const rows = [row("as first told", "inference"), row("inverted", "train")];
export const average = rows[1]?.["on average"] ?? 0;
export default table(rows, { digits: 3 });
