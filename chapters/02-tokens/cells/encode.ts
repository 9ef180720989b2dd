import { pieces, text } from "@humpty/display";
import { BytePairTokenizer, gpt2Pieces } from "@humpty/model";
import { join } from "./join.ts";
import { bytesOf, type Pair } from "./pairs.ts";
import { merges } from "./sonnets.ts";
import { parts } from "./unknown.ts";

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
export const same = own.join() === ofPackage.join();
export const [characters, count] = [unseen.length, own.length];

const cut = (text: string) =>
  encode(text, pairs).map((id) => ({ text: tokenizer.token(id), id }));
const joined = (word: string) => cut(word).map(({ text }) => text.trim());
export const [flower, flowers] = [" flower", " flowers"].map((word) =>
  joined(word).join(" + "),
);
const value = "one cat, two cats, no dart on the walls";
export default pieces(cut(text("a text", { value })));
