import { line } from "@humpty/display";
import { looks } from "./overfit.ts";
import { practice } from "./practice.ts";
import { Wide } from "./wide.ts";

const dropping = practice(new Wide(0.5), { name: "with dropout" });
const x = looks.map(({ step }) => step);
const lines = {
  "practiced, without": looks.map(({ few }) => few),
  "not seen, without": looks.map(({ unseen }) => unseen),
  "practiced, with dropout": dropping.map(({ few }) => few),
  "not seen, with dropout": dropping.map(({ unseen }) => unseen),
};
const fresh = lines["not seen, with dropout"];
export const least = Math.min(...fresh);
export const [end = 0, endPracticed = 0] = [
  fresh.at(-1),
  lines["practiced, with dropout"].at(-1),
];
const curves = Object.entries(lines).map(([name, y]) => [name, { x, y }]);
const title = "how wrong, with and without dropout, from the same seed";
export default line(Object.fromEntries(curves), { title, x: "step", y: "how wrong" });
