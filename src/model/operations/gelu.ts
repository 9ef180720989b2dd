import { gradientInto } from "../autograd.ts";
import { kernels } from "../kernels/index.ts";
import { allocate } from "../kernels/memory.ts";
import { Tensor } from "../tensor.ts";

/** x·½·(1 + tanh(√(2/π)·(x + 0.044715·x³))): the GELU as GPT-2 has it (Hendrycks and Gimpel 2016). Any shape. */
export function gelu(x: Tensor): Tensor {
  const [out, slopes] = [allocate(x.size), allocate(x.size)];
  kernels().gelu(out, slopes, x.storage);
  return new Tensor(out, x.shape, {
    op: "gelu",
    inputs: [x],
    backward: (gradient) => {
      const { into, add } = gradientInto(x);
      kernels().mul(into, gradient, slopes, add);
    },
  });
}
