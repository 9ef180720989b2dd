import { Embedding, Linear, Module, Random, rhyme, SelfAttention } from "@humpty/model";

export const words = rhyme.trim().split(/\s+/);
export const vocabulary = [...new Set(words)];

/** Words in, a score for each next word out. Its boxes listen and think in turn. */
export class Reciter extends Module {
  readonly embedding: Embedding;
  readonly boxes: (SelfAttention | Linear)[];
  readonly head: Linear;
  readonly around: boolean;

  constructor(depth: number, around: boolean) {
    super();
    const random = new Random(1);
    const listen = { inputs: 24, keys: 24, outputs: 24, causal: true, random };
    this.embedding = new Embedding(vocabulary.length, 24, { random });
    this.boxes = Array.from({ length: depth }, (_, i) =>
      i % 2 === 0 ? new SelfAttention(listen) : new Linear(24, 24, { random }),
    );
    this.head = new Linear(24, vocabulary.length, { random });
    this.around = around;
  }
  forward(ids: number[]) {
    let x = this.embedding.forward(ids);
    for (const box of this.boxes) {
      const y = box instanceof Linear ? box.forward(x).relu() : box.forward(x);
      x = this.around ? x.add(y) : y;
    }
    return this.head.forward(x);
  }
}
export default "new Reciter(depth, around) listens and thinks.";
