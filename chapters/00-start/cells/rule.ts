import { choice, table } from "@humpty/display";
import { type Thing, unseen } from "./things.ts";

/** Rules that somebody might write down. */
const rules: Record<string, (one: Thing) => boolean> = {
  "green is the largest color": (one) => one.green > one.red && one.green > one.blue,
  "it is not very red": (one) => one.red < 0.5,
  "it is thin": (one) => one.volume < 0.35,
  "it is green, or thin and red": (one) =>
    one.green > one.red || (one.volume < 0.35 && one.red > 0.5),
};
const names = Object.keys(rules);
const shares = names.map((name) => {
  const right = unseen.filter((one) => rules[name]?.(one) === (one.is === "leaf"));
  return (100 * right.length) / unseen.length;
});
export const [greenest = 0, notRed = 0, thin = 0, both = 0] = shares;
export const best = Math.max(...shares);
const chosen = choice("rule for a leaf", { options: names });
const rows = unseen.slice(0, 8).map((one) => {
  const says = rules[chosen]?.(one) ? "leaf" : "flower";
  return { ...one, says, right: says === one.is ? "yes" : "no" };
});
export default [
  table(rows),
  table(
    names.map((rule, i) => ({ rule, "% right": shares[i] ?? 0 })),
    { digits: 1 },
  ),
];
