import { line } from "@humpty/display";
import { ids } from "../../06-norm/cells/recite.ts";
import { recite, rehearse } from "./broken.ts";
import { mean } from "./chances.ts";

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
const shares = [0, 0.1, 0.2, 0.3, 0.4, 0.5];
export const reciters = { without: rehearse(0), "with dropout": rehearse(0.3) };

/** How many of 23 words are right, on average over 20 ways to break it. */
function right(reciter: (typeof reciters)["without"], share: number): number {
  const counts = seeds.map((seed) => {
    const said = recite(reciter, share, seed);
    return said.filter((id, i) => id === ids[i]).length - 3;
  });
  return mean(counts);
}
const [plain = [], tough = []] = Object.values(reciters).map((reciter) =>
  shares.map((share) => right(reciter, share)),
);
export const [plainAtFifth = 0, toughAtFifth = 0] = [plain[2], tough[2]];
export const [, , , , toughAt40 = 0] = tough;
export const [plainAtHalf = 0, toughAtHalf = 0] = [plain[5], tough[5]];
const x = shares.map((share) => 100 * share);
const lines = { without: { x, y: plain }, "with dropout": { x, y: tough } };
const title = "how many of 23 words are right";
export default line(lines, { title, x: "broken, %", y: "words right" });
