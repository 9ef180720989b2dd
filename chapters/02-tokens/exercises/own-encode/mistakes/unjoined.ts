import { pieces } from "@humpty/display";
import { BytePairTokenizer, gpt2Pieces } from "@humpty/model";

/** The tokens of a text: its words as bytes, joined by `pairs` in their order. */
export function encode(text: string, pairs: readonly (readonly [number, number])[]) {
  return gpt2Pieces(text).flatMap((word) => {
    const tokens = [...new TextEncoder().encode(word)];
    return pairs.length > 0 ? tokens : [];
  });
}

const text = "banana bandana aaaaa aaaa Humpty Dumpty";
const tokenizer = BytePairTokenizer.train(text, { size: 256 + 20 });
const tokens = encode(text, tokenizer.merges);
export default pieces(tokens.map((id) => ({ text: tokenizer.token(id), id })));
