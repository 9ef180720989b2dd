import type { Block, LayerNorm, Linear, Tensor } from "@humpty/model";
import { pieces } from "./pieces.ts";

/** Each vector through a layer: [batch, time, in] → [batch, time, out]. */
function through(x: Tensor, { weight, bias }: Linear): Tensor {
  if (!bias) throw new Error("a layer without biases");
  const [batch = 0, time = 0, width = 0] = x.shape;
  const y = pieces.linear(x.reshape([batch * time, width]), weight, bias);
  return y.reshape([batch, time, weight.shape[0] ?? 0]);
}
export const norm = (x: Tensor, { weight, bias }: LayerNorm): Tensor =>
  pieces.layerNorm(x, weight, bias, 0.00001);

/** A block's first box: words listen to each other. */
export function listen(x: Tensor, { attention, norm1 }: Block): Tensor {
  if (!attention || !norm1) throw new Error("a block without attention");
  const all = through(norm(x, norm1), attention.qkv); // queries, keys, values side by side
  const width = x.shape[2] ?? 0;
  const [q, k, v] = [0, 1, 2].map((i) => all.slice(2, i * width, (i + 1) * width));
  if (!q || !k || !v) throw new Error("a block without queries");
  return through(pieces.multiHead(q, k, v, attention.heads), attention.projection);
}
/** Its second box: each word thinks for itself. */
export function think(x: Tensor, { feedForward, norm2 }: Block): Tensor {
  if (!norm2) throw new Error("a block without a second norm");
  const hidden = through(norm(x, norm2), feedForward.expand);
  return through(hidden.gelu(), feedForward.contract);
}
export default "listen(x, block) and think(x, block) are a block's two boxes.";
