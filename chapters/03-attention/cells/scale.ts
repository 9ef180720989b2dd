import { bars, beside, line, slider, stack } from "@humpty/display";
import { Random, randn } from "@humpty/model";

/** The scores of 8 keys for a query, each of them d random numbers long. */
function draw(d: number, random: Random) {
  const query = randn([d, 1], random);
  return randn([8, d], random).matmul(query).reshape([8]);
}
const x = [1, 4, 16, 64, 256];
/** The largest weight, averaged over 50 draws, for each length d. */
const curve = (divisor: (d: number) => number) =>
  x.map((d) => {
    const random = new Random(6);
    let sum = 0;
    const next = () => draw(d, random).div(divisor(d)).softmax().max().item();
    for (let i = 0; i < 50; i++) sum += next();
    return sum / 50;
  });
const [raw, scaled] = [curve(() => 1), curve(Math.sqrt)];
export const [rawAt1 = 0, , , , rawAt256 = 0] = raw;
export const [, , , , scaledAt256 = 0] = scaled;

const d = slider("d", { min: 1, max: 256, step: 1, value: 64 });
const scores = draw(d, new Random(6));
const names = ["1", "2", "3", "4", "5", "6", "7", "8"];
const plain = bars(names, scores.softmax(), { title: "raw" });
const divided = bars(names, scores.div(Math.sqrt(d)).softmax(), { title: "÷ √d" });
const lines = { raw: { x, y: raw }, "÷ √d": { x, y: scaled } };
const largest = line(lines, { x: "d", y: "largest weight" });
export default stack(beside(plain, divided), largest);
