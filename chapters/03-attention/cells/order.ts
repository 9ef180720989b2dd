import { beside, heatmap, stack, table } from "@humpty/display";
import { Embedding, Random, SelfAttention } from "@humpty/model";

const vocabulary = ["Humpty", "Dumpty", "sat", "on", "a", "wall"];
const random = new Random(2);
const embed = new Embedding(6, 4, { random });
const attention = new SelfAttention({ inputs: 4, keys: 4, outputs: 4, random });

/** What "sat" hears in these words: 4 numbers. */
function heard(line: string) {
  const words = line.split(" ");
  const x = embed.forward(words.map((word) => vocabulary.indexOf(word)));
  return attention.forward(x).row(words.indexOf("sat")).toList();
}
export const book = "Humpty Dumpty sat on a wall";
const lines = [book, "Dumpty Humpty sat on a wall", "wall a on sat Dumpty Humpty"];
const outputs = lines.map(heard);

/** The largest difference from the book's line. */
const apart = outputs.map((output) =>
  Math.max(...output.map((number, i) => Math.abs(number - (outputs[0]?.[i] ?? 0)))),
);
export const [, swapped = 0, backwards = 0] = apart;
export default stack(
  heatmap(outputs, { rows: lines, name: "what “sat” hears", digits: 4 }),
  table(lines.map((line, i) => ({ line, "differs by at most": apart[i] ?? 0 }))),
);
