import { progress, table } from "@humpty/display";
import { both, seeds } from "./one-head.ts";
import { practiced } from "./practice.ts";

export const [two = [], four = []] = [2, 4].map((heads, kind) =>
  seeds.map((seed, i) => {
    progress(kind * seeds.length + i, 2 * seeds.length, `${heads} heads`);
    return practiced(heads, seed);
  }),
);
const rows = seeds.map((seed, i) => {
  const several = { "two heads": two[i]?.both ?? 0, "four heads": four[i]?.both ?? 0 };
  return { seed, "one head": both[i] ?? 0, ...several };
});
export const twoFailed = two.filter((run) => run.both < 99).length;
export const fourFailed = four.filter((run) => run.both < 99).length;
const count = (run?: (typeof two)[number]) =>
  run?.listener.parameters().reduce((sum, { size }) => sum + size, 0) ?? 0;
export const [numbersOfTwo, numbersOfFour] = [count(two[0]), count(four[0])];
export default table(rows, { digits: 1, title: "% both right" });
