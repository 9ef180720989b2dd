import { line, slider } from "@humpty/display";
import { layer } from "./layer.ts";
import { weights } from "./neuron.ts";
import { known } from "./things.ts";

const here = slider("weight of green", { min: -1, max: 2, step: 0.05, value: -0.5 });

/** How wrong the neuron for leaves is on average, if green has the weight `w`. */
export function lossAt(w: number) {
  const row = [weights[0] ?? 0, w, weights[2] ?? 0, weights[3] ?? 0];
  const squares = known.map(({ red, green, blue, volume, is }) => {
    const [output = 0] = layer([row], [0.6], [red, green, blue, volume]);
    return (output - (is === "leaf" ? 0.8 : 0.2)) ** 2;
  });
  return squares.reduce((sum, one) => sum + one, 0) / squares.length;
}
/** How much the loss changes for a nudge of the weight, per unit of weight. */
export const slopeAt = (w: number) => (lossAt(w + 0.001) - lossAt(w - 0.001)) / 0.002;

export const slope = slopeAt(here);
const ws = Array.from({ length: 61 }, (_, i) => i / 20 - 1);
const touch = [here - 0.3, here + 0.3];
const tangent = touch.map((w) => lossAt(here) + slope * (w - here));
export default line(
  { loss: { x: ws, y: ws.map(lossAt) }, slope: { x: touch, y: tangent } },
  { x: "weight of green", y: "loss", title: `slope here: ${slope.toFixed(2)}` },
);
