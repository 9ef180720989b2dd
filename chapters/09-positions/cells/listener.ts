import type { Tensor } from "@humpty/model";
import { Embedding, Linear, Module, Random, SelfAttention } from "@humpty/model";
import { people, type Sentence, vocabulary } from "./people.ts";

/** Words in; what the last word hears gives a score for each of the people. */
export class Listener extends Module {
  readonly random: Random;
  readonly embed: Embedding;
  readonly attention: SelfAttention;
  readonly answer: Linear;
  constructor(seed: number) {
    super();
    const random = new Random(seed);
    this.random = random;
    this.embed = new Embedding(vocabulary.length, 16, { random });
    this.attention = new SelfAttention({ inputs: 16, keys: 16, outputs: 16, random });
    this.answer = new Linear(16, people.length, { random });
  }
  vectors(list: Sentence[]): Tensor {
    const numbers = (one: Sentence) =>
      one.words.map((word) => vocabulary.indexOf(word));
    return this.embed.forward(list.map(numbers)); // [sentences, 6, 16]
  }
  forward(list: Sentence[]): Tensor {
    const heard = this.attention.forward(this.vectors(list));
    return this.answer.forward(heard.slice(1, 5).reshape([list.length, 16]));
  }
}
export default "new Listener(seed) hears a sentence; its last word asks.";
