import { slider, table } from "@humpty/display";
import { layerNorm, ones, tensor, zeros } from "@humpty/model";
import { meanAndDeviation } from "./by-hand.ts";

const differ = slider("the last differs by", {
  min: 0,
  max: 0.01,
  step: 0.001,
  value: 0,
});
const x = [3, 3, 3, 3 + differ];
const { M, S } = meanAndDeviation(x);
const show = (list: number[]) => list.map((one) => one.toFixed(2)).join("  ");

const plain = x.map((one) => (one - M) / S);
const eps = 0.00001;
const guarded = x.map((one) => (one - M) / Math.sqrt(S * S + eps));
export const nothing = String(plain[0]); // 0 divided by 0
const row = tensor(x);
const layer = layerNorm(row, ones([4]), zeros([4]), eps).toList();
export default table([
  { by: "(x − M) / S", gives: show(plain) },
  { by: "with epsilon", gives: show(guarded) },
  { by: "the package's layer", gives: show(layer) },
]);
