import { Embedding, Linear, Module, Random, type Tensor } from "@humpty/model";
import { alphabet } from "./letters.ts";

/** Four letters in, a score for each next letter out; in between, boxes in a row. */
export class Stack extends Module {
  readonly embedding: Embedding;
  readonly boxes: Linear[];
  readonly head: Linear;
  readonly around: boolean;

  constructor(depth: number, around: boolean, seed = 1) {
    super();
    const random = new Random(seed);
    const box = () => new Linear(32, 32, { random });
    this.embedding = new Embedding(alphabet.length, 8, { random });
    this.boxes = Array.from({ length: depth }, box);
    this.head = new Linear(32, alphabet.length, { random });
    this.around = around;
  }
  forward(before: number[][], skip?: number): Tensor {
    let x = this.embedding.forward(before).reshape([-1, 32]); // 4 letters × 8 numbers
    for (const [i, box] of this.boxes.entries()) {
      if (i === skip) continue; // a box can be left out
      const y = box.forward(x).relu();
      x = this.around ? x.add(y) : y;
    }
    return this.head.forward(x);
  }
}
export default "new Stack(depth, around) makes a network of that many boxes.";
