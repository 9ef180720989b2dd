import { heatmap } from "@humpty/display";
import { Embedding, Random, SelfAttention } from "@humpty/model";

const vocabulary = ["Humpty", "Dumpty", "sat", "on", "a", "wall"];
const random = new Random(2);
const embed = new Embedding(6, 4, { random });
const attention = new SelfAttention({ inputs: 4, keys: 4, outputs: 4, random });

/** What "sat" hears in a line: 4 numbers. */
function heard(line: string) {
  const words = line.split(" ");
  const x = embed.forward(words.map((word) => vocabulary.indexOf(word)));
  return attention.forward(x).row(words.indexOf("sat")).toList();
}
const book = "Humpty Dumpty sat on a wall";
const rows = [book, "Dumpty Humpty sat on a wall", "wall a on sat Dumpty Humpty"];
const outputs = rows.map(heard);

const [wanted = []] = outputs;
const apart = (a: number[]) => a.map((n, i) => Math.abs(n - (wanted[i] ?? 0)));
export const [, swapped = 0, backwards = 0] = outputs.map((a) => Math.max(...apart(a)));
export const forwardSum = 0.1 + 0.2 + 0.3;
export const backwardSum = 0.3 + 0.2 + 0.1;
export default heatmap(outputs, { rows, name: "what “sat” hears", digits: 4 });
