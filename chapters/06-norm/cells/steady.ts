import { LayerNorm, type Tensor } from "@humpty/model";
import { Reciter } from "../../05-residual/cells/reciter.ts";

/** Chapter 05's reciter, 24 boxes deep, with norms or without. */
export class Steady extends Reciter {
  readonly norms: LayerNorm[];
  readonly last = new LayerNorm(24);
  readonly normed: boolean;

  constructor(normed: boolean) {
    super(24, true);
    this.norms = this.boxes.map(() => new LayerNorm(24));
    this.normed = normed;
  }
  override forward(ids: number[]): Tensor {
    let x = this.embedding.forward(ids);
    for (const [i, box] of this.boxes.entries()) {
      const heard = this.normed ? (this.norms[i]?.forward(x) ?? x) : x;
      const y = box.forward(heard);
      x = x.add(i % 2 === 0 ? y : y.relu()); // even boxes listen, odd ones think
    }
    return this.head.forward(this.normed ? this.last.forward(x) : x);
  }
}
export default "new Steady(normed) listens and thinks, twelve times each.";
