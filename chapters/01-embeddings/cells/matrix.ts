import { choice, lookup } from "@humpty/display";
import { Embedding, oneHot, Random } from "@humpty/model";

const letters = [..."␣humptydas"];
const pick = choice("look up", { options: letters, value: "u" });

const embedding = new Embedding(letters.length, 4, { random: new Random(1) });
const matrix = embedding.weight.transpose(); // a column for each symbol

const place = letters.indexOf(pick);
const found = embedding.forward([place]).toList(); // looked up
const column = oneHot([place], letters.length).transpose(); // 1 at its place, 0 elsewhere
const product = matrix.matmul(column).toList(); // multiplied
export const apart = Math.max(
  ...found.map((one, i) => Math.abs(one - (product[i] ?? 0))),
);
export default lookup(matrix, letters, { pick });
