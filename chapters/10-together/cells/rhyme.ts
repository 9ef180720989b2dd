import { progress, tokens } from "@humpty/display";
import * as humpty from "@humpty/model";
import { encode } from "../../02-tokens/exercises/own-encode/solution.ts";
import { Assembled } from "./assembled.ts";
import { pieces } from "./pieces.ts";

const tokenizer = humpty.BytePairTokenizer.train(humpty.rhyme, { size: 256 + 40 });
const ids = encode(humpty.rhyme, tokenizer.merges);
const sizes = { context: ids.length, layers: 2, heads: 4, channels: 32, dropout: 0.1 };
const random = new humpty.Random(1);
const gpt = new humpty.GPT({ ...sizes, vocabulary: tokenizer.size, random });
const whole = new Assembled(gpt, new humpty.Random(2));

const optimizer = new humpty.Adam(gpt.parameters(), { lr: 0.01 });
for (let step = 1; step <= 100; step++) {
  optimizer.zeroGrad();
  humpty.scope(() => whole.loss([ids.slice(0, -1)], [ids.slice(1)]).backward());
  optimizer.step();
  progress(step, 100);
}
whole.eval();
/** The likeliest next token: our scores, and our softmax. */
const next = (said: number[]) =>
  pieces
    .softmax(whole.forward([said]).row(0))
    .argmax()
    .at(-1) ?? 0;
const said = ids.slice(0, 4);
while (said.length < ids.length)
  said.push(humpty.scope(() => humpty.noGrad(() => next(said))));
export const right = said.filter((id, i) => id === ids[i]).length - 4;
export const asked = ids.length - 4;
export default tokens(
  said.map((id, i) => ({ text: tokenizer.token(id), mark: id !== ids[i] })),
);
