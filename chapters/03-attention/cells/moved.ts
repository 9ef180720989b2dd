import { beside, stack, tokens } from "@humpty/display";
import { Embedding, Linear, Module, Random, SelfAttention } from "@humpty/model";
import { chart } from "./fixed.ts";
import { learn } from "./learn.ts";
import { numbers, sentence, vocabulary } from "./will.ts";

export class Listening extends Module {
  random = new Random(1);
  embed = new Embedding(vocabulary.length, 8, { random: this.random });
  sizes = { inputs: 8, keys: 8, outputs: 8 };
  attention = new SelfAttention({ ...this.sizes, random: this.random });
  answer = new Linear(8, 2, { random: this.random });
  forward(words: string[][]) {
    const heard = this.attention.forward(this.embed.forward(words.map(numbers)));
    return this.answer.forward(heard.slice(1, 19).sum(1)); // what the last word heard
  }
}
const seen = learn(new Listening(), [0, 1, 2, 3], "trained on every place");
const model = new Listening();
const unseen = learn(model, [0, 1, 3], "never trained on the 3rd");
export const [, , thirdUnseen = 0] = unseen;
const charts = [chart(seen, "every place"), chart(unseen, "never trained on the 3rd")];
const { words } = sentence([2], new Random(8)); // there is a girl in it
const strips = ["girl", "boy"].map((child) => {
  const list = words.map((word) => (word === "girl" ? child : word));
  const { weights } = model.attention.attend(model.embed.forward(numbers(list)));
  return tokens(list.map((text, i) => ({ text, weight: weights.at(19, i) })));
});
export default stack(beside(...charts), ...strips);
