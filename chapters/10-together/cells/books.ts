import type { Tensor } from "@humpty/model";
import * as humpty from "@humpty/model";

/** The pieces as the package has them, in the form that the exercises gave them. */
export const books = {
  linear: (x: Tensor, weight: Tensor, bias: Tensor) => humpty.linear(x, weight, bias),
  embedding: (weight: Tensor, ids: number[]) => humpty.embedding(weight, ids),
  softmax: (scores: Tensor) => scores.softmax(),
  residual: (block: (x: Tensor) => Tensor) => (x: Tensor) => x.add(block(x)),
  layerNorm: (x: Tensor, weight: Tensor, bias: Tensor, eps: number) =>
    humpty.layerNorm(x, weight, bias, eps),
  dropout: (x: Tensor, p: number, random: humpty.Random, training: boolean) =>
    training ? humpty.dropout(x, p, random) : x,
  multiHead: (q: Tensor, k: Tensor, v: Tensor, heads: number) =>
    humpty.attention(q, k, v, { heads, causal: true }),
  addPositions: (x: Tensor, table: Tensor) => x.add(table.slice(0, 0, x.shape.at(-2))),
};
export type Pieces = typeof books;
export default "The package's pieces, to compare yours with.";
