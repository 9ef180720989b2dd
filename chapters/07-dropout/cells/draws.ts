import { line } from "@humpty/display";
import { unseen } from "../../05-residual/cells/letters.ts";
import { chances, lossOf, together } from "./chances.ts";
import { practice } from "./practice.ts";
import { Wide } from "./wide.ts";

export const network = new Wide(0.5, 2);
practice(network, { name: "with dropout", steps: 300 });
// While it practices, every answer comes from another thinned network.
const draws = Array.from({ length: 100 }, () => chances(network, unseen));
network.eval();
export const whole = lossOf(chances(network, unseen));
network.train();

const counts = draws.map((_, i) => i + 1);
const wrongs = counts.map((count) => lossOf(together(draws.slice(0, count))));
export const [one = 0] = wrongs;
export const hundred = wrongs.at(-1) ?? 0;
export const like = 1 + wrongs.findIndex((wrong) => wrong <= whole);
const lines = {
  thinned: { x: counts, y: wrongs },
  "the whole": { x: [1, 100], y: [whole, whole] },
};
const title = "how wrong on what it has not seen";
export default line(lines, { title, x: "thinned networks", y: "how wrong" });
