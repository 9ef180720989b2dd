import { spread } from "@humpty/display";
import { Linear } from "@humpty/model";
import { learn, percent, seeds } from "./learn.ts";
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
const kinds = { "side by side": SideBySide, attention: Listener, positions: Placed };
const kingFirst = find("the king"); // never seen while they learn
const lessons = sentences.filter((one) => !kingFirst.includes(one));
const test = kingFirst.filter(({ words }) => words.includes("who?")); // the king
const rows = Object.entries(kinds).map(([name, Kind]) => {
  const values = seeds.map((seed) => {
    const model = new Kind(seed);
    learn(model, `${name}, seed ${seed}`, lessons);
    return percent(model, test);
  });
  return { name, values };
});
export const sideBySide = Math.max(...(rows[0]?.values ?? []));
export const placed = Math.min(...(rows[2]?.values ?? []));
export default spread(rows, { title: "% right where the king did it" });
