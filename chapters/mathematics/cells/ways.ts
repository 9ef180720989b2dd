import { type BranchParts, stack, table, tree } from "@humpty/display";
import { Random, rhyme } from "@humpty/model";

const words = rhyme.toLowerCase().match(/[a-z']+/g) ?? [];
/** The words that follow a word in the rhyme, as often as they do. */
const after = (word: string) => words.filter((_, i) => words[i - 1] === word);

/** Each word that may follow, with its chance, and what may follow that. */
function branches(word: string, depth: number): BranchParts[] {
  if (depth === 0) return [];
  const list = after(word);
  return [...new Set(list)].map((next) => ({
    token: ` ${next}`,
    probability: list.filter((one) => one === next).length / list.length,
    children: branches(next, depth - 1),
  }));
}
export const chance = (2 / 3) * (1 / 2); // first dumpty, then sat

const random = new Random(1);
const walks = Array.from({ length: 10_000 }, () => {
  const first = random.pick(after("humpty"));
  return `${first} ${random.pick(after(first))}`;
});
export const share = walks.filter((walk) => walk === "dumpty sat").length / 10_000;
const counted = [{ way: "dumpty sat", multiplied: chance, counted: share }];
const drawn = tree({ token: "humpty", children: branches("humpty", 2) });
export default stack(drawn, table(counted, { title: "10,000 walks", digits: 3 }));
