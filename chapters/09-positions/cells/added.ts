import { added, text } from "@humpty/display";
import { Embedding, PositionEmbedding, Random } from "@humpty/model";

const told = text("words", { value: "Humpty Dumpty sat on a wall" });
const words = told.split(/\s+/).filter(Boolean).slice(0, 8);
const vocabulary = [...new Set(words)];
const embed = new Embedding(vocabulary.length, 4, { random: new Random(12) });
const positions = new PositionEmbedding(8, 4, { random: new Random(9) });
// Rounded to tenths, so that you can add in your head.
for (const { data } of [embed.weight, positions.weight])
  data.set(data.map((one) => Math.round(10 * one) / 10));

const x = embed.forward(words.map((word) => vocabulary.indexOf(word))); // [words, 4]
const p = positions.weight.slice(0, 0, words.length); // [words, 4]: the first of 8 rows
export default added(words, x, p);

// By hand, and by the layer.
const byHand = x.toRows().map((word, i) => word.map((one, j) => one + p.at(i, j)));
const byLayer = positions.forward(x).toList();
const gaps = byHand.flat().map((one, i) => Math.abs(one - (byLayer[i] ?? 0)));
export const apart = Math.max(...gaps);
export const [word, first, second] = [x.at(0, 0), p.at(0, 0), p.at(1, 0)];
export const [atFirst, atSecond] = [word + first, word + second];
