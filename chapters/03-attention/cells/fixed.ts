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
    const x = this.embed.forward(sentences); // [sentences, 20, 8]
    const side = x.reshape([sentences.length, length * 8]); // laid side by side
    return this.answer.forward(this.hidden.forward(side).relu());
  }
  parameters = () => [this.embed, this.hidden, this.answer].flatMap((one) => one.parameters());
}

export function everyPlace(model: Model, trained: number[], name: string) {
  learn(model, trained, name);
  return [0, 1, 2, 3].map((place) => correct(model, place));
}
export const places = ["1st", "2nd", "3rd", "4th"];
export const seen = everyPlace(new Fixed(), [0, 1, 2, 3], "trained on all four places");
export const unseen = everyPlace(new Fixed(), [0, 1, 3], "never trained on the 3rd");
export const third = unseen[2] ?? 0;
export default beside(
  bars(places, seen, { title: "% right, trained on all four places", digits: 0 }),
  bars(places, unseen, { title: "% right, never trained on the 3rd", digits: 0 }),
);
