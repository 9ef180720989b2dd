import { table } from "@humpty/display";
import { exp } from "@humpty/model";
import { power } from "./folding.ts";

/** What one coin grows to in a year, when 100% are paid in equal parts. */
const grown = (parts: number) => power(1 + 1 / parts, parts);

const rows = [
  { paid: "once a year", parts: 1 },
  { paid: "twice", parts: 2 },
  { paid: "every month", parts: 12 },
  { paid: "every day", parts: 365 },
  { paid: "every minute", parts: 365 * 24 * 60 },
];
export const twice = grown(2);
export const e = exp(1);
export default table(
  rows.map(({ paid, parts }) => ({ paid, parts, "one coin becomes": grown(parts) })),
  { digits: 5 },
);
