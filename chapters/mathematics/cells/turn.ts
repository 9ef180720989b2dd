import { arrows, line, slider, stack } from "@humpty/display";
import { cos, sin } from "@humpty/model";

const angle = slider("angle", { min: 0, max: 6.28, step: 0.02, value: 0.8 });
const tip = { x: cos(angle), y: sin(angle) };
const hand = arrows(
  [
    { name: "hand", ...tip },
    { name: "sin", ...tip, from: [tip.x, 0] },
    { name: "cos", x: tip.x, y: 0, from: [0, 0] },
  ],
  { x: [-1.2, 1.2], y: [-1.2, 1.2] },
);
export const length = Math.sqrt(tip.x * tip.x + tip.y * tip.y);
const x = Array.from({ length: 127 }, (_, i) => i / 10);
const now = { x: [angle, angle], y: [-1, 1] };
const waves = { sin: { x, y: x.map(sin) }, cos: { x, y: x.map(cos) }, now };
export default stack(hand, line(waves, { x: "angle" }));
