import { table } from "@humpty/display";
import { Linear, type Tensor } from "@humpty/model";
import { correct, learn } from "./learn.ts";
import { Listening } from "./moved.ts";

class Equal extends Listening {
  /** Nobody asks: every word weighs the same. */
  override listen(x: Tensor) {
    return x.mean(1);
  }
}
class OneQuestion extends Listening {
  question = new Linear(8, 1, { random: this.random });
  /** The question is always the same: a word's weight depends on that word alone. */
  override listen(x: Tensor) {
    return x.mul(this.question.forward(x).softmax(1)).sum(1);
  }
  override parameters() {
    return [...super.parameters(), ...this.question.parameters()];
  }
}
function percent(model: Listening, name: string, questions: number) {
  learn(model, [0, 1, 2, 3], name, questions);
  return correct(model, 2, questions);
}
export const equal = percent(new Equal(), "equal weights", 2);
export const oneQuestion = percent(new OneQuestion(), "one question", 2);
export const lastAsks = percent(new Listening(), "the last word asks", 2);
export const equalBefore = percent(new Equal(), "equal weights, one ending", 1);
export default table([
  { "who asks": "nobody: equal weights", "% right": equal },
  { "who asks": "the same question for all", "% right": oneQuestion },
  { "who asks": "the last word", "% right": lastAsks },
]);
