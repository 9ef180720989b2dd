import { bars, beside } from "@humpty/display";
import { Embedding, Linear, Module, Random } from "@humpty/model";
import { learn } from "./learn.ts";
import { length, numbers, vocabulary } from "./will.ts";

class Fixed extends Module {
  random = new Random(1);
  embed = new Embedding(vocabulary.length, 8, { random: this.random });
  hidden = new Linear(length * 8, 16, { random: this.random });
  answer = new Linear(16, 2, { random: this.random });
  forward(words: string[][]) {
    const x = this.embed.forward(words.map(numbers)); // [sentences, 20, 8]
    const sideBySide = x.reshape([words.length, length * 8]);
    return this.answer.forward(this.hidden.forward(sideBySide).relu());
  }
}
export function chart(right: number[], name: string) {
  const labels = ["1st clause", "2nd clause", "3rd clause", "4th clause"];
  return bars(labels, right, { title: `% right, ${name}`, digits: 0 });
}
const seen = learn(new Fixed(), [0, 1, 2, 3], "trained on every place");
const unseen = learn(new Fixed(), [0, 1, 3], "never trained on the 3rd");
export const [, , thirdSeen = 0] = seen;
export const [, , thirdUnseen = 0] = unseen;
export default beside(
  chart(seen, "trained on every place"),
  chart(unseen, "never trained on the 3rd"),
);
