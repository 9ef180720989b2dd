import { line, slider } from "@humpty/display";
import { Random } from "@humpty/model";

// A wheel of fortune pays 10 coins with the chance p, 1 with the chance 0.4, else nothing.
const expectation = (p: number) => p * 10 + 0.4 * 1 + (0.6 - p) * 0;
const pays = (p: number, hand: number) => (hand < p ? 10 : hand < p + 0.4 ? 1 : 0);

/** The average of all turns so far, after each. */
function averages(p: number, seed: number) {
  const random = new Random(seed);
  let sum = 0;
  return Array.from({ length: 4000 }, (_, i) => {
    sum += pays(p, random.uniform());
    return sum / (i + 1);
  });
}
export const expected = expectation(0.1);
const player = averages(0.1, 1);
export const [afterTen, afterAll] = [player[9], player.at(-1)];

const p = slider("chance of 10", { min: 0, max: 0.5, step: 0.05, value: 0.1 });
const x = player.map((_, i) => i + 1).slice(9); // from the tenth turn on
const shown = (seed: number) => ({ x, y: averages(p, seed).slice(9) });
const straight = { x: [10, 4000], y: [expectation(p), expectation(p)] };
const players = { first: shown(1), second: shown(2), third: shown(3) };
const lines = { ...players, expectation: straight };
export default line(lines, { x: "turns", y: "coins per turn" });
