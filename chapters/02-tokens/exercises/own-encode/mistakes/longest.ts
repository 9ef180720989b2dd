import { pieces } from "@humpty/display";
import { BytePairTokenizer, gpt2Pieces } from "@humpty/model";

/** The tokens of a text: its words as bytes, joined by `pairs` in their order. */
export function encode(text: string, pairs: readonly (readonly [number, number])[]) {
  return gpt2Pieces(text).flatMap((word) => {
    const tokenizer = new BytePairTokenizer({ merges: pairs });
    let bytes = [...new TextEncoder().encode(word)];
    const tokens: number[] = [];
    while (bytes.length > 0) {
      let best = bytes[0] ?? 0;
      for (let id = 256; id < 256 + pairs.length; id++) {
        const some = tokenizer.bytes(id);
        const fits = some.every((byte, i) => byte === bytes[i]);
        if (fits && some.length > tokenizer.bytes(best).length) best = id;
      }
      tokens.push(best);
      bytes = bytes.slice(tokenizer.bytes(best).length);
    }
    return tokens;
  });
}

const text = "banana bandana aaaaa aaaa Humpty Dumpty";
const tokenizer = BytePairTokenizer.train(text, { size: 256 + 20 });
const tokens = encode(text, tokenizer.merges);
export default pieces(tokens.map((id) => ({ text: tokenizer.token(id), id })));
