import { pieces, text } from "@humpty/display";
import { BytePairTokenizer, gpt2Pieces } from "@humpty/model";
import { join } from "./join.ts";
import type { Pair } from "./pairs.ts";
import { merges } from "./sonnets.ts";
import { parts } from "./unknown.ts";

export const bytesOf = (text: string) => [...new TextEncoder().encode(text)];
/** Does again, in the same order, what was done while learning. */
export function encode(text: string, pairs: readonly Pair[]) {
  return gpt2Pieces(text).flatMap((word) => {
    let tokens = bytesOf(word);
    for (const [i, pair] of pairs.entries()) tokens = join(tokens, pair, 256 + i);
    return tokens;
  });
}
const pairs = merges.map(({ pair }) => pair);
export const tokenizer = new BytePairTokenizer({ merges: pairs });
const [, unseen = ""] = parts;
const [own, ofPackage] = [encode(unseen, pairs), tokenizer.encode(unseen)];
export const same = own.every((token, i) => token === ofPackage[i]);
export const [characters, count] = [unseen.length, own.length];

export const inPieces = (some: string) =>
  encode(some, pairs).map((id) => ({ text: tokenizer.token(id), id }));
const shown = (some: string) =>
  inPieces(some).map((piece) => piece.text.replace(" ", "␣"));
export const [walls, flower, flowers] = [" walls", " flower", " flowers"].map((word) =>
  shown(word).join(" + "),
);
export default pieces(
  inPieces(text("a text", { value: "one cat, two cats, no dart on the walls" })),
);
