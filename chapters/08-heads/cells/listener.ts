import * as humpty from "@humpty/model";
import type { Story } from "./relatives.ts";

/** Vectors for clauses, one layer of attention, scores for who reads and who inherits. */
export class Listener extends humpty.Module {
  readonly person: humpty.Embedding;
  readonly deed: humpty.Embedding;
  readonly attention: humpty.MultiHeadAttention;
  readonly answer: humpty.Linear;

  constructor(heads: number, seed: number) {
    super();
    const random = new humpty.Random(seed);
    this.person = new humpty.Embedding(17, 8, { random });
    this.deed = new humpty.Embedding(5, 8, { random });
    this.attention = new humpty.MultiHeadAttention(16, { heads, random });
    this.answer = new humpty.Linear(16, 32, { random });
  }
  forward(stories: Story[], onWeights?: (weights: humpty.Tensor) => void) {
    const person = this.person.forward(stories.map(({ who }) => who));
    const deed = this.deed.forward(stories.map(({ what }) => what));
    const x = humpty.concat([person, deed], 2); // side by side: [stories, 5, 16]
    const heard = this.attention.forward(x, { onWeights }).slice(1, 4); // by "?"
    return this.answer.forward(heard).reshape([-1, 16]); // two rows for each story
  }
}
export default "new Listener(heads, seed) hears a story with so many heads.";
