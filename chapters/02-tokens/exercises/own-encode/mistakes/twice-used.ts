import { pieces } from "@humpty/display";
import { BytePairTokenizer, gpt2Pieces } from "@humpty/model";

/** The tokens of a text: its words as bytes, joined by `pairs` in their order. */
export function encode(text: string, pairs: readonly (readonly [number, number])[]) {
  return gpt2Pieces(text).flatMap((word) => {
    let tokens = [...new TextEncoder().encode(word)];
    for (const [step, [left, right]] of pairs.entries()) {
      const joined: number[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const both = tokens[i] === left && tokens[i + 1] === right;
        joined.push(both ? 256 + step : (tokens[i] ?? 0));
      }
      tokens = joined;
    }
    return tokens;
  });
}

const text = "banana bandana aaaaa aaaa Humpty Dumpty";
const tokenizer = BytePairTokenizer.train(text, { size: 256 + 20 });
const tokens = encode(text, tokenizer.merges);
export default pieces(tokens.map((id) => ({ text: tokenizer.token(id), id })));
