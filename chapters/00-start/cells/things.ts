import { table } from "@humpty/display";
import { Random } from "@humpty/model";

/** A leaf or a flower: how red, green and blue it is, and how much room it takes. */
export interface Thing {
  red: number;
  green: number;
  blue: number;
  volume: number;
  is: "leaf" | "flower";
}
// Red, green, blue, in hundredths.
const leaves = ["25 60 15", "85 45 15"]; // in summer, in autumn
const petals = ["85 15 20", "90 80 20", "40 30 80", "90 90 90"];
const random = new Random(1);
/** From 0 to 1, in hundredths: near `middle`, as things of a kind differ. */
const about = (middle: number, by = 10) =>
  Math.min(1, Math.max(0, Math.round(middle + by * random.normal()) / 100));

function make(): Thing {
  const is = random.uniform() < 0.5 ? "leaf" : "flower";
  const color = random.pick(is === "leaf" ? leaves : petals).split(" ");
  const [red = 0, green = 0, blue = 0] = color.map((part) => about(Number(part)));
  return { red, green, blue, volume: about(is === "leaf" ? 30 : 45, 13), is };
}
export const known = Array.from({ length: 200 }, make);
export const unseen = Array.from({ length: 200 }, make);
export default table(known.slice(0, 6).map((one) => ({ ...one })));
