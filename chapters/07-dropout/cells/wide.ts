import { Dropout, Embedding, Linear, Module, Random, type Tensor } from "@humpty/model";
import { alphabet } from "../../05-residual/cells/letters.ts";

/** Four letters in, a score for each next letter out; in between, 128 neurons. */
export class Wide extends Module {
  readonly embedding: Embedding;
  readonly middle: Linear;
  readonly dropout: Dropout;
  readonly head: Linear;

  constructor(p = 0, seed = 1) {
    super();
    const random = new Random(seed);
    this.embedding = new Embedding(alphabet.length, 8, { random });
    this.middle = new Linear(32, 128, { random });
    this.head = new Linear(128, alphabet.length, { random });
    this.dropout = new Dropout(p, { random }); // p is 0: nothing is dropped
  }
  forward(before: number[][]): Tensor {
    const x = this.embedding.forward(before).reshape([-1, 32]); // 4 letters × 8 numbers
    const hidden = this.middle.forward(x).relu();
    return this.head.forward(this.dropout.forward(hidden));
  }
}
export default "new Wide(p, seed) drops each of its 128 neurons with the chance p.";
