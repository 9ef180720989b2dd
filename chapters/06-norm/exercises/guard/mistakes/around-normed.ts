import { heatmap } from "@humpty/display";
import { LayerNorm, type Tensor, tensor } from "@humpty/model";

type Layer = (x: Tensor) => Tensor;
/** Gives a block a way around, and a norm at its entrance. */
export function guarded(norm: Layer, block: Layer): Layer {
  return (x) => norm(x).add(block(norm(x)));
}

const norm = new LayerNorm(4);
const box = guarded(
  (x) => norm.forward(x),
  (x) => x.mul(0.5),
);
export default heatmap(box(tensor([[2, 4, 4, 10]])), { name: "guarded", digits: 2 });
