import { beside, stack, tokens } from "@humpty/display";
import { Embedding, Linear, Random, SelfAttention, type Tensor } from "@humpty/model";
import { chart } from "./fixed.ts";
import type { Model } from "./learn.ts";
import { sentence, vocabulary } from "./will.ts";

export class Listening implements Model {
  random = new Random(1);
  embed = new Embedding(vocabulary.length, 8, { random: this.random });
  attention = new SelfAttention({
    inputs: 8,
    keys: 8,
    outputs: 8,
    random: this.random,
  });
  answer = new Linear(8, 2, { random: this.random });
  listen(x: Tensor) {
    return this.attention.forward(x).slice(1, 19).sum(1); // the last word's output
  }
  forward(sentences: number[][]) {
    return this.answer.forward(this.listen(this.embed.forward(sentences)));
  }
  parameters() {
    return [this.embed, this.attention, this.answer].flatMap((one) => one.parameters());
  }
}
const model = new Listening();
const seen = chart(new Listening(), [0, 1, 2, 3], "% right, trained on every place");
const unseen = chart(model, [0, 1, 3], "% right, never trained on the 3rd");
export const [, , third = 0] = unseen.right;
const { words, ids } = sentence(2, new Random(8));
const { weights } = model.attention.attend(model.embed.forward(ids)); // [20, 20]
const heard = words.map((text, i) => ({ text, weight: weights.at(19, i) }));
export default stack(beside(seen.bars, unseen.bars), tokens(heard));
