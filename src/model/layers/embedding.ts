import { randn } from "../create.ts";
import { embedding } from "../operations/embedding.ts";
import type { Random } from "../random.ts";
import type { Tensor } from "../tensor.ts";
import { Module } from "./module.ts";

/**
 * A trained vector for each symbol. The table has a row for each, as PyTorch's; the book draws the same table turned, with a column for
 * each: looking up row i is multiplying that matrix by the one-hot vector of i, `oneHot([i], n).matmul(weight)`.
 */
export class Embedding extends Module {
  /** [numEmbeddings, embeddingDim] */
  readonly weight: Tensor;

  constructor(numEmbeddings: number, embeddingDim: number, { random }: { random: Random }) {
    super();
    this.weight = randn([numEmbeddings, embeddingDim], random).named("embedding").requireGrad();
  }

  /** Rows looked up: [time] → [time, embeddingDim]; a list of lists → [batch, time, embeddingDim]. */
  forward(tokens: readonly number[] | readonly (readonly number[])[]): Tensor {
    const [first] = tokens;
    if (!Array.isArray(first)) return embedding(this.weight, tokens as readonly number[]);
    const batch = tokens as readonly (readonly number[])[];
    if (batch.some((one) => one.length !== first.length))
      throw new Error("Embedding: all lists of a batch must be as long as each other");
    return embedding(this.weight, batch.flat(), [batch.length, first.length]);
  }
}
