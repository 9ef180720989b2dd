import { line } from "@humpty/display";
import { names, Random } from "@humpty/model";
import { numbers } from "../../00-start/cells/letters.ts";
import { lessonsOf } from "./lessons.ts";
import { practice } from "./practice.ts";
import { makeReader, percentRight } from "./reader.ts";

const list = new Random(1).shuffle(await names());
const lessons = (name: string) => lessonsOf([0, 0, 0, 0, ...numbers(name), 0]);
const known = list.slice(0, 3500).flatMap(lessons);
const exam = list.slice(3500).flatMap(lessons).slice(0, 3000);

const old = makeReader(4, 1, { hidden: 64 });
practice(old, old.all, { steps: 3000 }); // on the sonnets
/** A new network for names; its table is random, or the one from the sonnets. */
function curve(reused: boolean) {
  const sums = Array.from({ length: 11 }, () => 0);
  for (const seed of [1, 2, 3, 4, 5]) {
    const reader = makeReader(4, seed);
    if (reused) reader.embedding.weight.data.set(old.embedding.weight.data);
    const each = (step: number) => {
      if (step % 30 > 0) return;
      sums[step / 30] = (sums[step / 30] ?? 0) + percentRight(reader, exam) / 5;
    };
    practice(reader, reader.all, { steps: 300, lessons: known, seed, each });
  }
  return { x: sums.map((_, i) => 30 * i).slice(1), y: sums.slice(1) };
}
const [fresh, again] = [curve(false), curve(true)];
export const end = fresh.y.at(-1) ?? 0;
export const catches = again.x[again.y.findIndex((one) => one >= end)] ?? 300;
export default line({ "new table": fresh, reused: again }, { x: "step", y: "% right" });
