import { slider, stack, table } from "@humpty/display";

/** The product of n times the same number; for a negative n, 1 divided by it. */
export function power(base: number, n: number): number {
  let product = 1;
  for (let i = 0; i < Math.abs(n); i++) product *= base;
  return n < 0 ? 1 / product : product;
}
const b = slider("b", { min: 0.5, max: 4, step: 0.5, value: 2 });
const rows = [-2, -1, 0, 1, 2, 3, 4, 5].map((n) => ({ n, "b to the n": power(b, n) }));
const rules = [
  { rule: "b³ · b² = b⁵", left: power(b, 3) * power(b, 2), right: power(b, 5) },
  { rule: "b⁵ / b² = b³", left: power(b, 5) / power(b, 2), right: power(b, 3) },
  { rule: "(b³)² = b⁶", left: power(power(b, 3), 2), right: power(b, 6) },
  { rule: "√b · √b = b", left: Math.sqrt(b) * Math.sqrt(b), right: b },
];
const millimeters = 0.1 * power(2, 42); // a sheet of paper, folded 42 times
export const thousandKilometers = millimeters / power(10, 9);
export default stack(table(rows), table(rules, { title: "rules" }));
