import { heatmap, line, slider, stack } from "@humpty/display";
import { cos, exp, log, sin, sinusoidal } from "@humpty/model";

/** How far hand j turns from a position to the next. Hand 0 is the fastest. */
export const speed = (j: number, channels: number) =>
  exp((-2 * j * log(10000)) / channels);
/** The vector of a position: how far right and how far up the tip of each hand is. */
export function position(p: number, channels: number): [number, number][] {
  const angles = Array.from({ length: channels / 2 }, (_, j) => p * speed(j, channels));
  return angles.map((angle) => [sin(angle), cos(angle)]);
}
const p = slider("position", { min: 0, max: 60, step: 1, value: 5 });
const hands = position(p, 8);
const columns = hands.map((_, j) => `hand ${j}`);
const numbers = [hands.map(([right]) => right), hands.map(([, up]) => up)];

const places = Array.from({ length: 61 }, (_, i) => i);
const curve = (j: number) => places.map((place) => position(place, 8)[j]?.[0] ?? 0);
const curves = Object.fromEntries(columns.map((name, j) => [name, curve(j)]));

export const speeds = hands.map((_, j) => speed(j, 8));
const ofPackage = sinusoidal(1, 8, p).toList();
const gaps = hands.flat().map((one, i) => Math.abs(one - (ofPackage[i] ?? 0)));
export const apart = Math.max(...gaps);
export default stack(
  line(curves, { x: "position", y: "sine" }),
  heatmap(numbers, { rows: ["sine", "cosine"], columns, name: `position ${p}` }),
);
