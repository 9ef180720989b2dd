import { show, table } from "@humpty/display";
import { learn } from "../../05-residual/cells/learn.ts";
import { whispering } from "../../05-residual/cells/small.ts";
import { Normed } from "./normed.ts";

const kinds = {
  "small start": (seed: number) => whispering(32, 0.1, seed),
  "norms before": (seed: number) => new Normed(32, "before", seed),
  "norms after": (seed: number) => new Normed(32, "after", seed),
};
const rates = [0.003, 0.01, 0.03, 0.1];
const title = "how wrong after 100 steps, from the best of three seeds to the worst";
const rows: Record<string, string>[] = [];
const worst: Record<string, number> = {};
for (const [kind, make] of Object.entries(kinds)) {
  const row: Record<string, string> = { "": kind };
  rows.push(row);
  for (const lr of rates) {
    const name = `${kind}, learning rate ${lr}`;
    const ends = [2, 3, 4].map(
      (seed) => learn(make(seed), name, 100, lr).y.at(-1) ?? 0,
    );
    const [least, most] = [Math.min(...ends), Math.max(...ends)];
    row[String(lr)] = `${least.toFixed(2)} to ${most.toFixed(2)}`;
    worst[`${kind} ${lr}`] = most;
    show(table(rows, { title }), "table"); // it fills as runs end
  }
}
export const wildest = worst["small start 0.1"] ?? 0;
export const calm = worst["norms before 0.1"] ?? 0;
