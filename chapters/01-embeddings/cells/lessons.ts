import { table } from "@humpty/display";
import { sonnets, splitData } from "@humpty/model";
import { numbers, spell } from "../../00-start/cells/letters.ts";

/** Four symbols of a text, and the one that follows. */
export interface Lesson {
  before: number[];
  next: number;
}
export const lessonsOf = (text: number[], count = 4): Lesson[] =>
  text.slice(count).map((next, i) => ({ before: text.slice(i, i + count), next }));

const [most, rest] = splitData(lessonsOf(numbers(await sonnets())));
export const known = most;
export const exam = rest.slice(0, 3000); // from the last sonnets, never practiced
export const count = known.length;

const seen = (list: number[]) => spell(list).replaceAll(" ", "␣");
export default table(
  known.slice(0, 4).map(({ before, next }) => ({
    "four symbols": seen(before),
    "as numbers": before.join(" "),
    next: seen([next]),
  })),
);
