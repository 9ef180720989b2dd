import * as humpty from "@humpty/model";
import { vocabulary, words } from "../../05-residual/cells/reciter.ts";

export const line = words.map((word) => vocabulary.indexOf(word));
type OnWeights = (weights: humpty.Tensor) => void;

/** The words so far in; listens once; out, scores for the next word. */
export class Singer extends humpty.Module {
  readonly embedding: humpty.Embedding;
  readonly attention: humpty.MultiHeadAttention;
  readonly speak: humpty.Linear;

  constructor(heads: number, seed: number) {
    super();
    const random = new humpty.Random(seed);
    const options = { heads, causal: true, random };
    this.embedding = new humpty.Embedding(vocabulary.length, 24, { random });
    this.attention = new humpty.MultiHeadAttention(24, options);
    this.speak = new humpty.Linear(24, vocabulary.length, { random });
  }
  forward(ids: number[], onWeights?: OnWeights) {
    const x = this.embedding.forward([ids]); // [1, words, 24]
    const y = x.add(this.attention.forward(x, { onWeights })); // a way around
    return this.speak.forward(y).reshape([ids.length, vocabulary.length]);
  }
}
export default "new Singer(heads, seed) listens once, with so many heads.";
