import { heatmap, slider, stack } from "@humpty/display";
import { cos, sin, tensor } from "@humpty/model";
import { position, speed } from "./waves.ts";

const steps = slider("steps onward", { min: 1, max: 30, step: 1, value: 3 });

/** The matrix that turns hand j onward. Nothing in it knows a position. */
function turning(j: number) {
  const angle = steps * speed(j, 8);
  const [s, c] = [sin(angle), cos(angle)];
  return tensor([c, s, -s, c]).reshape([2, 2]).named("matrix");
}
/** Hand j at some positions, a column for each: sine above, cosine below. */
const hands = (j: number, places: number[]) =>
  tensor(places.map((p) => position(p, 8)[j] ?? [0, 0])).transpose();
const onward = (places: number[]) => places.map((p) => p + steps);

const hundred = Array.from({ length: 100 }, (_, p) => p);
const gaps = [0, 1, 2, 3].flatMap((j) => {
  const turned = turning(j).matmul(hands(j, hundred));
  return turned.sub(hands(j, onward(hundred))).toList();
});
export const farthest = Math.max(...gaps.map(Math.abs));

const places = [0, 1, 10, 50];
const options = { rows: ["sine", "cosine"], columns: places.map((p) => `at ${p}`) };
const now = hands(1, places).named("hand 1");
const turned = turning(1).matmul(now).named("matrix · hand 1");
const later = hands(1, onward(places)).named(`hand 1, ${steps} later`);
export default stack(
  turning(1),
  ...[now, turned, later].map((x) => heatmap(x, options)),
);
