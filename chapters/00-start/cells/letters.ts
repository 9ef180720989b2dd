import { table } from "@humpty/display";
import { rhyme } from "@humpty/model";

export const symbols = [..." abcdefghijklmnopqrstuvwxyz"];
/** A text in small letters as numbers: 0 is a space, 1 is a, 2 is b. */
export function numbers(text: string): number[] {
  const small = text.toLowerCase().replace(/\s+/g, " ");
  return [...small.replace(/[^a-z ]/g, "")].map((one) => symbols.indexOf(one));
}
export const spell = (list: readonly number[]) => list.map((i) => symbols[i]).join("");
export const text = numbers(rhyme.trim());

/** Each place in the text: the `count` characters before it, and what comes next. */
export function lessons(count: number) {
  const places = text.slice(count).map((next, i) => ({ next, at: i }));
  return places.map(({ next, at }) => ({ before: text.slice(at, at + count), next }));
}
const first = lessons(12).slice(0, 5);
export const count = lessons(12).length;
export default table(
  first.map(({ before, next }) => ({
    "12 characters": spell(before).replaceAll(" ", "␣"),
    "as numbers": before.join(" "),
    next: symbols[next] === " " ? "␣" : (symbols[next] ?? ""),
  })),
);
