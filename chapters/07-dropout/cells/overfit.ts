import { line } from "@humpty/display";
import { practice } from "./practice.ts";
import { Wide } from "./wide.ts";

export const network = new Wide();
export const looks = practice(network);
const x = looks.map(({ step }) => step);
const practiced = looks.map(({ few }) => few);
const fresh = looks.map(({ unseen }) => unseen);
export const [start = 0] = fresh;
export const [endPracticed = 0, end = 0] = [practiced.at(-1), fresh.at(-1)];
export const least = Math.min(...fresh);
export const leastAt = x[fresh.indexOf(least)] ?? 0;

const lines = { practiced, "not seen": fresh };
const title = "how wrong, with 1000 lessons to practice";
const curves = Object.entries(lines).map(([name, y]) => [name, { x, y }]);
export default line(Object.fromEntries(curves), { title, x: "step", y: "how wrong" });
