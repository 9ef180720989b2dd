import { bars, beside, line, slider, stack } from "@humpty/display";
import { Random, randn } from "@humpty/model";

/** Weights of 8 keys for a query, all d random numbers long. */
function weigh(d: number, divisor: number, random: Random) {
  const query = randn([d, 1], random);
  const scores = randn([8, d], random).matmul(query).reshape([8]);
  return scores.div(divisor).softmax();
}
/** The largest of the 8 weights, averaged over 200 draws. */
function largest(d: number, divisor: number) {
  const random = new Random(6);
  let sum = 0;
  for (let i = 0; i < 200; i++) sum += weigh(d, divisor, random).max().item();
  return sum / 200;
}
const d = slider("d", { min: 1, max: 256, step: 1, value: 64 });
const names = ["1", "2", "3", "4", "5", "6", "7", "8"];
const raw = bars(names, weigh(d, 1, new Random(6)), { title: "raw" });
const scaled = bars(names, weigh(d, Math.sqrt(d), new Random(6)), { title: "÷ √d" });

const x = [1, 4, 16, 64, 256];
const [y, yScaled] = [
  x.map((d) => largest(d, 1)),
  x.map((d) => largest(d, Math.sqrt(d))),
];
export const [rawAt1 = 0, , , , rawAt256 = 0] = y;
export const scaledAt256 = yScaled[4] ?? 0;
const curves = { raw: { x, y }, "÷ √d": { x, y: yScaled } };
export default stack(
  beside(raw, scaled),
  line(curves, { x: "d", y: "largest weight" }),
);
