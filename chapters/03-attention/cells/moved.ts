import { bars, beside, stack, tokens } from "@humpty/display";
import { Embedding, Linear, noGrad, Random, SelfAttention, type Tensor } from "@humpty/model";
import { everyPlace, places } from "./fixed.ts";
import type { Model } from "./learn.ts";
import { sentence, vocabulary } from "./will.ts";

export class Listening implements Model {
  random = new Random(1);
  embed = new Embedding(vocabulary.length, 8, { random: this.random });
  attention = new SelfAttention({ inputs: 8, keys: 8, outputs: 8, random: this.random });
  answer = new Linear(8, 2, { random: this.random });
  listen(x: Tensor) {
    return this.attention.forward(x).slice(1, 19, 20).sum(1); // the last word's: [sentences, 8]
  }
  forward(sentences: number[][]) {
    return this.answer.forward(this.listen(this.embed.forward(sentences)));
  }
  parameters() {
    return [this.embed, this.attention, this.answer].flatMap((one) => one.parameters());
  }
}
const model = new Listening();
export const seen = everyPlace(new Listening(), [0, 1, 2, 3], "attention, all four places");
export const unseen = everyPlace(model, [0, 1, 3], "attention, never the 3rd");
export const third = unseen[2] ?? 0;
const { words, ids } = sentence(2, new Random(8));
const { weights } = noGrad(() => model.attention.attend(model.embed.forward(ids)));
export default stack(
  beside(bars(places, seen, { digits: 0 }), bars(places, unseen, { digits: 0 })),
  tokens(words.map((text, i) => ({ text, weight: weights.at(19, i) }))),
);
