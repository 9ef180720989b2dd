import { beside, heatmap } from "@humpty/display";
import { concat, Random, randn, type Tensor } from "@humpty/model";

const words = "Humpty Dumpty sat on a wall".split(" ");
const random = new Random(4);
const x = randn([6, 8], random); // six words of 8 numbers
const [Wq, Wk, Wv] = [1, 2, 3].map(() => randn([8, 8], random).mul(0.5));

const attend = (q: Tensor, k: Tensor, v: Tensor) =>
  q.matmul(k.transpose()).div(2).softmax().matmul(v); // √4 = 2

// The loop: each of two heads has four rows of each matrix.
const loop = [0, 1].map((h) => {
  const through = (W = x) => x.matmul(W.slice(0, 4 * h, 4 * h + 4).transpose());
  return attend(through(Wq), through(Wk), through(Wv)); // [6, 4]
});
const one = concat(loop, 1); // [6, 8]

// At once: all rows, then each word's 8 numbers are cut into 2 × 4.
const cut = (W = x) => x.matmul(W.transpose()).reshape([6, 2, 4]).transpose(0, 1);
const all = attend(cut(Wq), cut(Wk), cut(Wv)); // [2, 6, 4]: head, word, number
const other = all.transpose(0, 1).reshape([6, 8]); // side by side again

const [a, b] = [one.toList(), other.toList()];
export const compared = a.length;
export const different = a.filter((number, i) => number !== b[i]).length;
export default beside(
  heatmap(one, { rows: words, name: "head by head" }),
  heatmap(other, { rows: words, name: "at once" }),
);
