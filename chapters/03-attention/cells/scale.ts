import { bars, beside, line, slider, stack } from "@humpty/display";
import { Random, randn } from "@humpty/model";

/** The scores of 8 keys for a query, each of them d random numbers long. */
function draw(d: number, random = new Random(6)) {
  const query = randn([d, 1], random);
  return randn([8, d], random).matmul(query).reshape([8]);
}
/** The largest weight for each length d, on average over 50 draws. */
const lengths = [1, 4, 16, 64, 256];
const largest = (divisor: (d: number) => number) =>
  lengths.map((d) => {
    const random = new Random(6);
    const next = () => draw(d, random).div(divisor(d)).softmax().max().item();
    return Array.from({ length: 50 }, next).reduce((sum, one) => sum + one, 0) / 50;
  });
const [raw, scaled] = [largest(() => 1), largest(Math.sqrt)];
export const [rawAt1 = 0, , , , rawAt256 = 0] = raw;
export const [, , , , scaledAt256 = 0] = scaled;
const curves = { raw: { x: lengths, y: raw }, "÷ √d": { x: lengths, y: scaled } };
const chart = line(curves, { x: "d", y: "largest weight" });

export const d = slider("d", { min: 1, max: 256, step: 1, value: 64 });
const both = [1, Math.sqrt(d)].map((by) => draw(d).div(by).requireGrad());
for (const u of both) u.softmax().max().backward(); // how steep is the largest weight?
export const [slopeRaw, slopeScaled] = both.map((u) => u.grad?.max().item());
const [names, titles] = [[..."12345678"], ["raw", "÷ √d"]];
const shown = both.map((u, i) => bars(names, u.softmax(), { title: titles[i] ?? "" }));
export default stack(beside(...shown), chart);
