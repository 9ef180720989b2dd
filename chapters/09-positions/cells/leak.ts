import { spread } from "@humpty/display";
import { SelfAttention } from "@humpty/model";
import { learn, percent, seeds } from "./learn.ts";
import { Listener } from "./listener.ts";
import { type Sentence, unseen } from "./people.ts";

/** No positions. But every word listens before the last one asks. */
class Twice extends Listener {
  readonly before: SelfAttention;
  constructor(seed: number, causal: boolean) {
    super(seed);
    const sizes = { inputs: 16, keys: 16, outputs: 16, causal, random: this.random };
    this.before = new SelfAttention(sizes);
  }
  override vectors(list: Sentence[]) {
    const words = super.vectors(list);
    return words.add(this.before.forward(words)); // with a way around
  }
}
const rows = ["no mask", "causal mask"].map((name, i) => {
  const values = seeds.slice(0, 3).map((seed) => {
    const model = new Twice(seed, i === 1);
    learn(model, `${name}, seed ${seed}`);
    return percent(model, unseen);
  });
  return { name, values };
});
export const most = Math.max(...(rows[0]?.values ?? []));
export const least = Math.min(...(rows[1]?.values ?? []));
export default spread(rows, { title: "% right of new sentences" });
