import { arrows, slider, stack, table } from "@humpty/display";

const a = { x: 2, y: 1 };
const b = {
  x: slider("b across", { min: -2, max: 2, step: 0.5, value: 1 }),
  y: slider("b up", { min: -2, max: 2, step: 0.5, value: 2 }),
};
export const dot = a.x * b.x + a.y * b.y; // number by number, added up
export const length = Math.sqrt(a.x * a.x + a.y * a.y); // of a: Pythagoras

// The shadow that b throws on the line of a.
const part = dot / (length * length);
const shadow = { x: part * a.x, y: part * a.y };
const plane = arrows(
  [
    { name: "", x: 3, y: 1.5, from: [-3, -1.5], dashed: true }, // the line of a
    { name: "a", ...a },
    { name: "b", ...b },
    { name: "", ...shadow, from: [b.x, b.y], dashed: true },
  ],
  { x: [-3.5, 3.5], y: [-3.5, 3.5] },
);
const rows = [{ "a · b": dot, "length of a": length, "shadow of b": dot / length }];
export default stack(plane, table(rows));
