import { table } from "@humpty/display";
import { all, few } from "./few.ts";
import { practice } from "./practice.ts";
import { Wide } from "./wide.ts";

const sizes = { few, all };
const rows = Object.entries(sizes).map(([name, lessons]) => {
  const run = (p: number) => {
    const looks = practice(new Wide(p), { name: `${name}, p = ${p}`, lessons });
    return Math.min(...looks.map(({ toChoose }) => toChoose));
  };
  return { lessons: name, without: run(0), "p = 0.2": run(0.2), "p = 0.5": run(0.5) };
});
const [ofFew, ofAll] = rows;
export const [fewWithout = 0, fewWith = 0] = [ofFew?.without, ofFew?.["p = 0.5"]];
export const [allWithout = 0, allWith = 0] = [ofAll?.without, ofAll?.["p = 0.5"]];
export default table(rows, { title: "how wrong at best on the names to choose by" });
