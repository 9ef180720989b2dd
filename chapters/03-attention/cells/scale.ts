import { bars, beside, line, slider, stack } from "@humpty/display";
import { Random, randn, type Tensor } from "@humpty/model";

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
const plain = draw(d).requireGrad();
const divided = draw(d).div(Math.sqrt(d)).requireGrad();
const names = ["1", "2", "3", "4", "5", "6", "7", "8"];
const show = (u: Tensor, title: string) => bars(names, u.softmax(), { title });
plain.softmax().max().backward(); // the slope of the largest weight
divided.softmax().max().backward();
export const slopeRaw = plain.grad?.max().item() ?? 0;
export const slopeScaled = divided.grad?.max().item() ?? 0;
export default stack(beside(show(plain, "raw"), show(divided, "÷ √d")), chart);
