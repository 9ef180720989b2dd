import { table } from "@humpty/display";
import { names, Random, splitData } from "@humpty/model";

/** The letters that occur; the dot is "no letter": before a name, and at its end. */
export const alphabet = "·abcdefghijklmnopqrstuvwxyz-";

export interface Lesson {
  before: number[]; // four letters
  next: number; // the letter after them
}

/** Every four letters in a row, and what follows. */
function lessons(name: string): Lesson[] {
  const all = [...`····${name.toLowerCase()}·`].map((one) => alphabet.indexOf(one));
  return all.slice(4).map((next, i) => ({ before: all.slice(i, i + 4), next }));
}

const list = new Random(1).shuffle(await names());
const [practice, test] = splitData(list, 0.9);
export const count = list.length;
export const practiced = practice.flatMap(lessons);
export const unseen = test.flatMap(lessons).slice(0, 2000);

const text = (letters: number[]) => letters.map((one) => alphabet[one]).join("");
const [name = ""] = practice;
const rows = lessons(name).map(({ before, next }) => {
  return { "four letters": text(before), next: text([next]) };
});
export default table(rows, { title: name });
