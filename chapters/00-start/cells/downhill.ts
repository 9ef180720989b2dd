import { line, slider, stack, table } from "@humpty/display";
import { lossAt, slopeAt } from "./valley.ts";

const rate = slider("learning rate", { min: 0.1, max: 6, step: 0.1, value: 0.6 });

let w = -0.5;
const path = [w];
const rows = [];
for (let step = 1; step <= 12; step++) {
  const slope = slopeAt(w);
  if (step <= 5) rows.push({ step, weight: w, slope, loss: lossAt(w) });
  w -= rate * slope; // against the slope
  path.push(w);
}
export const end = w;
export const endLoss = lossAt(w);
const ws = Array.from({ length: 61 }, (_, i) => i / 20 - 1);
const valley = { x: ws, y: ws.map(lossAt) };
const walked = path.map((one) => Math.max(-1, Math.min(2, one)));
export default stack(
  line({ loss: valley, steps: { x: walked, y: walked.map(lossAt) } }, { x: "weight" }),
  table(rows, { digits: 3 }),
);
