import { beside, stack } from "@humpty/display";
import { concat, Random, randn, SelfAttention } from "@humpty/model";

const random = new Random(9);
const x = randn([6, 8], random); // "Humpty Dumpty sat on a wall", 8 random numbers a word
const attention = new SelfAttention({ inputs: 8, keys: 8, outputs: 4, causal: true, random });

// All six prefixes at once: no word listens to a later one.
export const { weights, output } = attention.attend(x); // [6, 6] and [6, 4]

// The loop: "Humpty", then "Humpty Dumpty", and so on; the last word of each asks.
const prefixes = [1, 2, 3, 4, 5, 6].map((n) => attention.forward(x.slice(0, 0, n)));
const oneByOne = concat(prefixes.map((out, i) => out.slice(0, i, i + 1)), 0); // [6, 4]

const [a, b] = [output.toList(), oneByOne.toList()];
export const different = a.filter((number, i) => !Object.is(number, b[i])).length;
export const compared = a.length;

export default stack(
  weights,
  beside(output.named("all at once"), oneByOne.named("one by one")),
);
