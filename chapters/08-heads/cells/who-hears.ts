import { choice, stack, tokens } from "@humpty/display";
import { seeds } from "./one-head.ts";
import { exam } from "./practice.ts";
import { clauses } from "./relatives.ts";
import { two } from "./several.ts";

const seed = choice("seed", { options: seeds.map(String) });
const told = exam.slice(0, 1); // one of the new stories
const words = told.flatMap(clauses);
const strips: unknown[] = [];
two[Number(seed) - 1]?.listener.forward(told, (weights) => {
  for (const head of [0, 1]) {
    const weight = (i: number) => Math.round(100 * weights.at(0, head, 4, i)) / 100;
    const list = words.map((text, i) => ({ text, weight: weight(i) }));
    strips.push(tokens(list, { title: `to whom head ${head + 1} listens` }));
  }
});
export default stack(...strips);
