import { Dropout, LayerNorm, Random, type Tensor } from "@humpty/model";
import { Reciter } from "../../05-residual/cells/reciter.ts";

/** Chapter 05's reciter with norms and dropout; numbers that it passes on can break. */
export class Tough extends Reciter {
  readonly norms: LayerNorm[];
  readonly last = new LayerNorm(24);
  readonly dropout: Dropout;
  whole: Tensor[] = []; // for the embedding and each box 24 numbers: 1, or 0 if broken

  constructor(p: number) {
    super(8, true);
    this.norms = this.boxes.map(() => new LayerNorm(24));
    this.dropout = new Dropout(p, { random: new Random(2) });
  }
  /** Passes on what a part says, as far as that part is whole. */
  pass(x: Tensor, part: number): Tensor {
    const whole = this.whole[part];
    return this.dropout.forward(whole ? x.mul(whole) : x);
  }
  override forward(ids: number[]): Tensor {
    let x = this.pass(this.embedding.forward(ids), 0);
    for (const [i, box] of this.boxes.entries()) {
      const y = box.forward(this.norms[i]?.forward(x) ?? x);
      x = x.add(this.pass(i % 2 === 0 ? y : y.relu(), i + 1)); // even ones listen
    }
    return this.head.forward(this.last.forward(x));
  }
}
export default "new Tough(p) listens and thinks, four times each.";
