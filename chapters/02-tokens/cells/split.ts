import { pieces, stack, table, text } from "@humpty/display";
import { UnigramTokenizer } from "@humpty/model";
import { parts } from "./unknown.ts";

const [known = "", unseen = ""] = parts;
export const unigram = UnigramTokenizer.train(known, { size: 256 + 500 });
const logs = new Map(unigram.pieces.map(({ text, score }) => [text, score]));

/** The cut with the largest product of chances: the largest sum of their logarithms. */
export function bestCut(word: string) {
  const best = [{ score: 0, cut: [""] }]; // best[n]: of the first n letters
  for (let end = 1; end <= word.length; end++) {
    best[end] = { score: -Infinity, cut: [] };
    for (const [start, before] of best.slice(0, end).entries()) {
      const piece = word.slice(start, end);
      const score = before.score + (logs.get(piece) ?? -Infinity);
      if (score > (best[end]?.score ?? 0))
        best[end] = { score, cut: [...before.cut, piece] };
    }
  }
  return best[word.length]?.cut.slice(1) ?? [];
}
const own = (word: string) => bestCut(`▁${word}`).join(" + "); // ▁ is the space before it
const ofPackage = (word: string) => unigram.segment(word).pieces.join(" + ");
const list = unseen.match(/[A-Za-z]+/g) ?? [];
export const tried = list.length;
export const agree = list.filter((word) => own(word) === ofPackage(word)).length;
const word = text("a word", { value: "flowers" }).replaceAll(" ", "▁");
const ways = unigram.nBest(word.replaceAll("▁", " "), 4);
const rows = ways.map(({ pieces, score }) => ({ cut: pieces.join(" + "), score }));
export default stack(pieces(bestCut(`▁${word}`)), table(rows));
