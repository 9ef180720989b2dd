import { randn } from "../create.ts";
import type { Random } from "../random.ts";
import type { Tensor } from "../tensor.ts";

/** A trained vector for each symbol. */
export class Embedding {
  /** A row for each symbol, [numEmbeddings, embeddingDim]. */
  readonly weight: Tensor;

  constructor(numEmbeddings: number, embeddingDim: number, { random }: { random: Random }) {
    this.weight = randn([numEmbeddings, embeddingDim], random).named("embedding").requireGrad();
  }

  /** Rows looked up: [time] → [time, embeddingDim]; a list of lists → [batch, time, embeddingDim]. */
  forward(tokens: readonly number[] | readonly (readonly number[])[]): Tensor {
    const [first] = tokens;
    if (!Array.isArray(first)) return this.weight.gather(tokens as readonly number[]);
    const batch = tokens as readonly (readonly number[])[];
    if (batch.some((one) => one.length !== first.length))
      throw new Error("Embedding: all lists of a batch must be as long as each other");
    return this.weight.gather(batch.flat()).reshape([batch.length, first.length, -1]);
  }

  parameters(): Tensor[] {
    return [this.weight];
  }
}
