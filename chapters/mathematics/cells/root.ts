import { arrows, line, stack } from "@humpty/display";
import { Random } from "@humpty/model";

const random = new Random(1);
const lengths = [1, 2, 4, 8, 16, 32, 64];
/** The standard deviation of 2000 sums, each of d random numbers. */
function measured(d: number) {
  const terms = () => Array.from({ length: d }, () => random.normal());
  const sums = Array.from({ length: 2000 }, () => terms().reduce((a, b) => a + b, 0));
  return Math.sqrt(sums.reduce((total, sum) => total + sum * sum, 0) / sums.length);
}
const spreads = lengths.map(measured);
export const [one, two, , , , , sixtyFour] = spreads;
const lines = {
  measured: { x: lengths, y: spreads },
  "√d": { x: lengths, y: lengths.map(Math.sqrt) },
};
const legs = [
  { name: "1", x: 1, y: 0 },
  { name: "1", x: 1, y: 1, from: [1, 0] as const },
];
const plane = { x: [-0.2, 1.2], y: [-0.2, 1.2] } as const;
const triangle = arrows([...legs, { name: "√2", x: 1, y: 1 }], plane);
const chart = line(lines, { x: "d numbers", y: "spread of their sum" });
export default stack(triangle, chart);
