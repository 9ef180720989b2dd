import { beside, heatmap, stack } from "@humpty/display";
import { concat, Random, randn, SelfAttention } from "@humpty/model";

const words = ["Humpty", "Dumpty", "sat", "on", "a", "wall"];
const random = new Random(9);
const x = randn([6, 8], random); // 8 random numbers for each word
const sizes = { inputs: 8, keys: 8, outputs: 4 };
const attention = new SelfAttention({ ...sizes, causal: true, random });

// All six beginnings at once: no word listens to a later one.
const { weights, output } = attention.attend(x); // [6, 6] and [6, 4]

// The loop: the first word, the first two, …; the last word of each asks.
const beginnings = words.map((_, i) => attention.forward(x.slice(0, 0, i + 1)));
const oneByOne = concat(beginnings.map((one, i) => one.slice(0, i, i + 1))); // [6, 4]

const [a, b] = [output.toList(), oneByOne.toList()];
export const compared = a.length;
export const different = a.filter((number, i) => number !== b[i]).length;
export default stack(
  heatmap(weights, { rows: words, columns: words }),
  beside(output.named("all at once"), oneByOne.named("one by one")),
);
