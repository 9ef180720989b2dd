import { bars, beside } from "@humpty/display";
import { Embedding, Linear, Random } from "@humpty/model";
import { correct, learn, type Model } from "./learn.ts";
import { length, vocabulary } from "./will.ts";

export class Fixed implements Model {
  random = new Random(1);
  embed = new Embedding(vocabulary.length, 8, { random: this.random });
  hidden = new Linear(length * 8, 16, { random: this.random });
  answer = new Linear(16, 2, { random: this.random });
  forward(sentences: number[][]) {
    const x = this.embed.forward(sentences).reshape([sentences.length, length * 8]);
    return this.answer.forward(this.hidden.forward(x).relu());
  }
  parameters() {
    return [this.embed, this.hidden, this.answer].flatMap((one) => one.parameters());
  }
}
export function chart(model: Model, places: number[], title: string) {
  learn(model, places, title);
  const right = [0, 1, 2, 3].map((place) => correct(model, place));
  return {
    right,
    bars: bars(["1st", "2nd", "3rd", "4th"], right, { title, digits: 0 }),
  };
}
const seen = chart(new Fixed(), [0, 1, 2, 3], "% right, trained on every place");
const unseen = chart(new Fixed(), [0, 1, 3], "% right, never trained on the 3rd");
export const [, , thirdSeen = 0] = seen.right;
export const [, , thirdUnseen = 0] = unseen.right;
export default beside(seen.bars, unseen.bars);
