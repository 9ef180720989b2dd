import * as humpty from "@humpty/model";
import { alphabet } from "../../05-residual/cells/letters.ts";

type Middle = humpty.MultiHeadAttention | humpty.SharedHeadAttention | humpty.Block;
type Names = humpty.Batch["inputs"];
/** A letter at each place in; out, scores for the letter that comes next. */
export class Speller extends humpty.Module {
  readonly embedding: humpty.Embedding;
  readonly middle: Middle;
  readonly scores: humpty.Linear;

  constructor(seed: number, middle: (random: humpty.Random) => Middle) {
    super();
    const random = new humpty.Random(seed);
    this.embedding = new humpty.Embedding(alphabet.length, 32, { random });
    this.middle = middle(random);
    this.scores = new humpty.Linear(32, alphabet.length, { random });
  }
  forward(names: Names, onWeights?: (weights: humpty.Tensor) => void) {
    const x = this.embedding.forward(names); // [names, letters, 32]
    const y = this.middle.forward(x, { onWeights });
    return this.scores.forward(this.middle instanceof humpty.Block ? y : x.add(y));
  }
  loss(names: Names, next: Names) {
    const scores = this.forward(names).reshape([-1, alphabet.length]);
    return humpty.crossEntropy(scores, next.flat());
  }
}
export default "new Speller(seed, middle) guesses the letters of names.";
