import { pieces, text } from "@humpty/display";
import { gpt2Pieces, gpt2Tokenizer } from "@humpty/model";
import { join } from "./join.ts";
import { bytesOf } from "./pairs.ts";

const gpt2 = await gpt2Tokenizer(); // the merges that its makers published
export const [size, merges] = [gpt2.size, gpt2.merges.length];
export const [wall] = gpt2.encode(" wall");
// GPT-2 numbers its bytes in another order: token 0 is "!".
const ofByte = new Map(Array.from({ length: 256 }, (_, id) => [gpt2.bytes(id)[0], id]));

/** Our own way of encoding, with GPT-2's merges. */
function encode(text: string) {
  return gpt2Pieces(text).flatMap((word) => {
    let tokens = bytesOf(word).map((byte) => ofByte.get(byte) ?? 0);
    for (const [i, [left, right]] of gpt2.merges.entries())
      if (tokens.includes(left)) tokens = join(tokens, [left, right], 256 + i);
    return tokens;
  });
}
export const hello = encode("Hello world").join(", ");
const sentences = ["Humpty Dumpty sat on a wall,", "cats", " cats", "3.14159", "蛋"];
export const same = sentences.filter(
  (one) => encode(one).join() === gpt2.encode(one).join(),
).length;
export const tried = sentences.length;
const value = "Humpty Dumpty sat on a wall, and two cats sat on a dartboard.";
const shown = encode(text("a text", { value }));
export default pieces(shown.map((id) => ({ text: gpt2.token(id), id })));
