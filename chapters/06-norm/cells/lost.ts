import { line } from "@humpty/display";
import { AdamW, LayerNorm, scope, tensor } from "@humpty/model";
import { known } from "../../00-start/cells/things.ts";

const things = known.map(({ red, green, blue, volume }) => [red, green, blue, volume]);
const x = tensor(things); // [200, 4]
/** How far the layer's results are from what went in: the average square. */
const missing = (norm: LayerNorm) => {
  const difference = norm.forward(x).sub(x);
  return difference.mul(difference).mean();
};
// Whoever answers with the average thing, always, misses by this much.
const apart = x.sub(x.mean(0, true));
export const ofAverage = apart.mul(apart).mean().item();

const norm = new LayerNorm(4);
const optimizer = new AdamW(norm.parameters(), { lr: 0.02, weightDecay: 0 });
const curve: { x: number[]; y: number[] } = { x: [], y: [] };
for (let step = 0; step <= 200; step++)
  scope(() => {
    const loss = missing(norm);
    if (step % 10 === 0) curve.x.push(step) && curve.y.push(loss.item());
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
  });
export const [untrained = 0] = curve.y;
export const trained = curve.y.at(-1) ?? 0;
const title = "what a norm with scale and shift cannot give back";
export default line({ missing: curve }, { title, x: "step", y: "average square" });
