import { bars } from "@humpty/display";
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
const names: string[] = [];
const rights = [false, true].map((causal) =>
  seeds.slice(0, 3).map((seed) => {
    const model = new Twice(seed, causal);
    names.push(`${causal ? "causal mask" : "no mask"}, seed ${seed}`);
    learn(model, names.at(-1) ?? "");
    return percent(model, unseen);
  }),
);
export const most = Math.max(...(rights[0] ?? []));
export const least = Math.min(...(rights[1] ?? []));
export default bars(names, rights.flat(), { title: "% right of new sentences" });
