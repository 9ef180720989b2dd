import { bars, beside, line, slider, stack } from "@humpty/display";
import { Random, randn } from "@humpty/model";

/** Weights of 8 random words: keys and query have d random numbers each, of size about 1. */
function weigh(d: number, divisor: number, random: Random) {
  const query = randn([d, 1], random);
  const keys = randn([8, d], random);
  return keys.matmul(query).div(divisor).reshape([8]).softmax();
}
/** The largest of the 8 weights, on average over 200 draws. */
function largest(d: number, divisor: number) {
  const random = new Random(6);
  let sum = 0;
  for (let i = 0; i < 200; i++) sum += weigh(d, divisor, random).max().item();
  return sum / 200;
}
const d = slider("d", { min: 1, max: 256, step: 1, value: 64 });
const names = ["1", "2", "3", "4", "5", "6", "7", "8"];
const raw = weigh(d, 1, new Random(6));
const scaled = weigh(d, Math.sqrt(d), new Random(6));
const sizes = [1, 4, 16, 64, 256];
export const plain = sizes.map((size) => largest(size, 1));
export const divided = sizes.map((size) => largest(size, Math.sqrt(size)));
const points = (y: number[]) => ({ x: sizes, y });
export default stack(
  beside(bars(names, raw, { title: "scores as they are" }), bars(names, scaled, { title: "scores ÷ √d" })),
  line({ "as they are": points(plain), "÷ √d": points(divided) }, { x: "d", y: "largest weight" }),
);
