import { bars } from "@humpty/display";
import { Linear } from "@humpty/model";
import { learn, mean, percent, seeds } from "./learn.ts";
import { Listener } from "./listener.ts";
import { find, type Sentence, sentences } from "./people.ts";
import { Placed } from "./placed.ts";

/** The network of the first chapters: all words laid side by side. */
class SideBySide extends Listener {
  readonly hidden = new Linear(6 * 16, 16, { random: this.random });
  override forward(list: Sentence[]) {
    const x = this.vectors(list).reshape([list.length, 6 * 16]);
    return this.answer.forward(this.hidden.forward(x).relu());
  }
}
const kingFirst = find("the king"); // never seen while they learn
const lessons = sentences.filter((one) => !kingFirst.includes(one));
const test = kingFirst.filter(({ words }) => words.includes("who?")); // the king
/** The % right of five models of each kind. */
const rights = [SideBySide, Listener, Placed].map((Kind) =>
  seeds.map((seed) => {
    const model = new Kind(seed);
    learn(model, `${Kind.name}, seed ${seed}`, lessons);
    return percent(model, test);
  }),
);
export const sideBySide = Math.max(...(rights[0] ?? []));
export const placed = Math.min(...(rights[2] ?? []));
const names = ["side by side", "attention", "attention and positions"];
export default bars(names, rights.map(mean), { title: "% right, on average of five" });
