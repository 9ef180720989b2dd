import { show, table, toggle } from "@humpty/display";
import { books, type Pieces } from "./books.ts";
import { farthest } from "./tried.ts";
import { homes, yours } from "./yours.ts";

const repair = toggle("the book's piece where mine is broken");

/** What is wrong with a piece, if anything. */
function wrongWith(name: keyof Pieces): string | undefined {
  try {
    const apart = farthest(name, yours[name]);
    return apart < 1e-4
      ? undefined
      : `is up to ${apart.toFixed(2)} away from the book's`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
const names = Object.keys(books) as (keyof Pieces)[];
const wrongs = new Map(names.map((name) => [name, wrongWith(name)]));
const rows = names.map((name) => {
  const wrong = wrongs.get(name);
  const used = wrong && repair ? "the book's" : homes[name];
  return { piece: name, used, "equals the package's": wrong ?? "yes" };
});
show(table(rows), "pieces");
const broken = names.find((name) => wrongs.get(name) !== undefined);
const mend = "Mend it there, or use the switch above.";
if (broken && !repair)
  throw new Error(`${homes[broken]}: your ${broken} ${wrongs.get(broken)}. ${mend}`);
const mended = names.map((name) => [
  name,
  wrongs.get(name) ? books[name] : yours[name],
]);
export const pieces = Object.fromEntries(mended) as Pieces;
export const count = names.length;
