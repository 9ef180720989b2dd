import { line } from "@humpty/display";
import { unseen } from "../../05-residual/cells/letters.ts";
import { chances, lossOf, mean, together } from "./chances.ts";
import { practice } from "./practice.ts";
import { Wide } from "./wide.ts";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const members = seeds.map((seed) => {
  const network = new Wide(0, seed);
  practice(network, { name: `network ${seed} of 8`, steps: 240 });
  network.eval();
  return chances(network, unseen);
});
const alone = members.map(lossOf);
export const best = Math.min(...alone);
export const typical = mean(alone);
const sizes = seeds.map((size) => lossOf(together(members.slice(0, size))));
export const eight = sizes.at(-1) ?? 0;

const lines = {
  typical: { x: [1, 8], y: [typical, typical] },
  "the best": { x: [1, 8], y: [best, best] },
  together: { x: seeds, y: sizes },
};
const title = "how wrong on what they have not seen: alone, and so many together";
export default line(lines, { title, x: "networks", y: "how wrong" });
