import { bars } from "@humpty/display";
import { Linear } from "@humpty/model";
import { learn } from "./learn.ts";
import { Listening } from "./moved.ts";
import { numbers } from "./will.ts";

class Nobody extends Listening {
  override forward(words: string[][]) {
    return this.answer.forward(this.embed.forward(words.map(numbers)).mean(1));
  }
}
class OneQuestion extends Listening {
  question = new Linear(8, 1, { random: this.random });
  override forward(words: string[][]) {
    const x = this.embed.forward(words.map(numbers)); // [sentences, 20, 8]
    const weights = this.question.forward(x).softmax(1); // [sentences, 20, 1]
    return this.answer.forward(x.mul(weights).sum(1));
  }
}
const places = [0, 1, 2, 3];
export const [before = 0] = learn(new Nobody(), places, "nobody, one ending", 1);
export const [nobody = 0] = learn(new Nobody(), places, "nobody", 2);
export const [oneQuestion = 0] = learn(new OneQuestion(), places, "one question", 2);
export const [lastWord = 0] = learn(new Listening(), places, "the last word", 2);
const names = ["nobody asks", "always the same question", "the last word asks"];
export default bars(names, [nobody, oneQuestion, lastWord], { title: "% right" });
