import { spread } from "@humpty/display";
import { Embedding, Random } from "@humpty/model";

/** Number by number, multiplied, and the products added up. */
const dot = (a: number[], b: number[]) =>
  a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0);

const words = ["cat", "cats", "wall"]; // each a token
const subwords = ["cat", "s", "wall"]; // cats is cat and s
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const starts = seeds.map((seed) => {
  const embed = new Embedding(3, 10, { random: new Random(seed) });
  const vector = (list: string[], token: string) =>
    embed.forward([list.indexOf(token)]).toList();
  const [cat, cats, wall] = words.map((word) => vector(words, word));
  const catOfCats = vector(subwords, "cat");
  return [cats, wall, catOfCats].map((other = []) => dot(cat ?? [], other));
});
const column = (i: number) => starts.map((row) => row[i] ?? 0);
export const positive = column(0).filter((one) => one > 0).length;
export const count = seeds.length;
const average = (list: number[]) =>
  list.reduce((sum, one) => sum + one, 0) / list.length;
export const [toCats, toWall, toItself] = [0, 1, 2].map((i) => average(column(i)));
export default spread(
  ["cat and cats", "cat and wall", "cat and the cat of cat + s"].map((name, i) => {
    return { name, values: column(i), from: -20, to: 20 };
  }),
  { title: `untrained vectors multiplied, for ${count} seeds` },
);
