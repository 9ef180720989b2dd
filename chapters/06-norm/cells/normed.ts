import { LayerNorm, type Tensor } from "@humpty/model";
import { Stack } from "../../05-residual/cells/stack.ts";

/** Where layer norms stand: nowhere, before each box, or after each sum. */
export type Place = "none" | "before" | "after";

/** Chapter 05's boxes with ways around, and a norm for each. */
export class Normed extends Stack {
  readonly norms: LayerNorm[];
  readonly last = new LayerNorm(32);
  readonly place: Place;

  constructor(depth: number, place: Place, seed = 1) {
    super(depth, true, seed);
    this.norms = this.boxes.map(() => new LayerNorm(32));
    this.place = place;
  }
  override forward(letters: number[][]): Tensor {
    let x = this.embedding.forward(letters).reshape([-1, 32]);
    for (const [i, box] of this.boxes.entries()) {
      const norm = (x: Tensor) => this.norms[i]?.forward(x) ?? x;
      const y = box.forward(this.place === "before" ? norm(x) : x).relu();
      x = this.place === "after" ? norm(x.add(y)) : x.add(y);
    }
    return this.head.forward(this.place === "before" ? this.last.forward(x) : x);
  }
}
export default "new Normed(depth, place) puts norms before the boxes, or after the sums.";
