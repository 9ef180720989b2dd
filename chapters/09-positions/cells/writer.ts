import * as humpty from "@humpty/model";

export const symbols = " abcdefghijklmnopqrstuvwxyz";
export const context = 16; // letters at once
type Texts = readonly (readonly number[])[];
/** Letters in, scores for each next letter out: all pieces so far, in one block. */
export class Writer extends humpty.Module {
  readonly random: humpty.Random;
  readonly letters: humpty.Embedding;
  readonly block: humpty.Block;
  readonly norm: humpty.LayerNorm;
  readonly head: humpty.Linear;
  constructor(seed: number, { letter = 32, wide = 32, rotary = false } = {}) {
    super();
    const random = new humpty.Random(seed);
    this.random = random;
    this.letters = new humpty.Embedding(27, letter, { random });
    this.block = new humpty.Block(wide, { heads: 4, causal: true, rotary, random });
    this.norm = new humpty.LayerNorm(wide);
    this.head = new humpty.Linear(wide, 27, { random });
  }
  place = (x: humpty.Tensor) => x; // [texts, time, 32]: no positions yet
  forward(texts: Texts) {
    const x = this.place(this.letters.forward(texts));
    return this.head.forward(this.norm.forward(this.block.forward(x)));
  }
  loss = (texts: Texts, next: Texts) =>
    humpty.crossEntropy(this.forward(texts).reshape([-1, 27]), next.flat());
}
export default "new Writer(seed) reads letters and scores the next ones.";
