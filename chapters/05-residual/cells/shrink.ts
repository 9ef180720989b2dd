import { line, slider } from "@humpty/display";
import { log } from "@humpty/model";

const slope = slider("slope of one box", {
  min: 0.05,
  max: 0.95,
  step: 0.05,
  value: 0.4,
});

// A nudge goes in, and each box multiplies it by its slope.
const through = [1];
const around = [1];
for (let box = 1; box <= 32; box++) {
  through.push((through.at(-1) ?? 0) * slope);
  around.push((around.at(-1) ?? 0) * (1 + slope)); // the way around has the slope 1
}
export const [, , after2 = 0] = through;
export const after32 = through[32] ?? 0;
export const around32 = around[32] ?? 0;

const powers = (list: number[]) => list.map((one) => log(one) / log(10));
const lines = { through: powers(through), "ways around": powers(around) };
const title = "what is left of the nudge, as a power of ten";
export default line(lines, { title, x: "box", y: "10 to the" });
