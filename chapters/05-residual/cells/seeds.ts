import { table } from "@humpty/display";
import { learn } from "./learn.ts";
import { whispering } from "./small.ts";
import { Stack } from "./stack.ts";

const kinds = {
  through: (depth: number, seed: number) => new Stack(depth, false, seed),
  "ways around": (depth: number, seed: number) => new Stack(depth, true, seed),
  "and a small start": (depth: number, seed: number) => whispering(depth, 0.1, seed),
};
const rows: Record<string, string>[] = [];
const title = "how wrong after 200 steps, from the best of three seeds to the worst";
for (const [kind, make] of Object.entries(kinds)) {
  const row: Record<string, string> = { "": kind };
  rows.push(row);
  for (const depth of [2, 8, 32]) {
    const curves = [2, 3, 4].map((seed) =>
      learn(make(depth, seed), `${kind}, ${depth}`, 200),
    );
    const ends = curves.map(({ y }) => y.at(-1) ?? 0);
    row[`${depth} boxes`] =
      `${Math.min(...ends).toFixed(2)} to ${Math.max(...ends).toFixed(2)}`;
  }
}
export default table(rows, { title });
