import { line } from "@humpty/display";
import * as humpty from "@humpty/model";

export const words = humpty.rhyme.toLowerCase().match(/[a-z']+/g) ?? [];
export const vocabulary = [...new Set(words)];
const ids = words.map((word) => vocabulary.indexOf(word));
const random = new humpty.Random(1);
const embed = new humpty.Embedding(vocabulary.length, 16, { random });
const sizes = { inputs: 16, keys: 16, outputs: 16, causal: true };
const listen = new humpty.SelfAttention({ ...sizes, random });
const speak = new humpty.Linear(32, vocabulary.length, { random });

/** Each word's own vector beside what it heard; from both, scores for the next word. */
export function forward(list: readonly number[]) {
  const x = embed.forward(list); // [words, 16]
  return speak.forward(humpty.concat([x, listen.forward(x)], 1)); // [words, vocabulary]
}
const parameters = [embed, listen, speak].flatMap((part) => part.parameters());
const optimizer = new humpty.Adam(parameters, { lr: 0.01 });
function step() {
  const loss = humpty.crossEntropy(forward(ids.slice(0, -1)), ids.slice(1));
  optimizer.zeroGrad();
  loss.backward();
  optimizer.step();
  return loss.item();
}
const losses = Array.from({ length: 200 }, () => humpty.scope(step));
export default line({ loss: losses }, { x: "step", y: "loss" });
