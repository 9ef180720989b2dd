import { heatmap } from "@humpty/display";
import { Random, randn, type Tensor } from "@humpty/model";

type Layer = (x: Tensor) => Tensor;
/** A GPT's block: two boxes, a norm before each, a way around each. */
export function block(listen: Layer, think: Layer, norm1: Layer, norm2: Layer): Layer {
  return (x) => {
    const heard = x.add(listen(norm1(x)));
    return think(norm2(heard));
  };
}

const double: Layer = (x) => x.mul(2);
const half: Layer = (x) => x.mul(0.5);
const same: Layer = (x) => x;
const x = randn([2, 4], new Random(1));
export default heatmap(block(double, half, same, same)(x), {
  name: "a block",
  digits: 2,
});
