import { type BranchParts, slider, tree } from "@humpty/display";
import { beamSearch, chances } from "@humpty/model";
import { numbers, spell } from "./next.ts";
import { young } from "./train.ts";

type Branch = BranchParts & { mark?: "chosen"; children: Branch[] };
const start = numbers("humpty d");
/** Follows several ways at once: keeps the `width` likeliest wholes at every step. */
function beam(width: number) {
  const root: Branch = { token: spell(start), children: [] };
  let ways = [{ text: start, whole: 1, path: [root] }];
  for (let step = 0; step < 5; step++) {
    const longer = ways.flatMap(({ text, whole, path }) =>
      chances(young.predict(text)).map((probability, next) => {
        const branch: Branch = { token: spell([next]), probability, children: [] };
        const product = whole * probability;
        return { text: [...text, next], whole: product, path: [...path, branch] };
      }),
    );
    ways = longer.sort((a, b) => b.whole - a.whole).slice(0, width);
    for (const { path } of ways) path.at(-2)?.children.push(...path.slice(-1));
  }
  for (const branch of ways[0]?.path ?? []) branch.mark = "chosen";
  return { root, text: spell(ways[0]?.text ?? []) };
}
export const [, two, three, four] = [1, 2, 3, 4].map((width) => beam(width).text);
const [best] = beamSearch(young.predict, start, { count: 5, width: 2 });
export const ofPackage = spell([...start, ...(best?.tokens ?? [])]);
const width = slider("beam width", { min: 1, max: 6, step: 1, value: 2 });
export default tree(beam(width).root);
