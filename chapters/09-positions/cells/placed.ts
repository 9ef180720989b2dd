import { bars, stack, tokens } from "@humpty/display";
import { PositionEmbedding } from "@humpty/model";
import { fresh, old } from "./bag.ts";
import { learn, mean, percent, seeds } from "./learn.ts";
import { Listener } from "./listener.ts";
import { find, practiced, type Sentence, unseen } from "./people.ts";

export class Placed extends Listener {
  readonly positions = new PositionEmbedding(6, 16, { random: this.random });
  override vectors(list: Sentence[]) {
    return this.positions.forward(super.vectors(list)); // each word + its position
  }
}
const models = seeds.map((seed) => {
  const model = new Placed(seed);
  learn(model, `with positions, seed ${seed}`);
  return model;
});
const before = models.map((model) => percent(model, practiced));
const after = models.map((model) => percent(model, unseen));
export const lowest = Math.min(...before, ...after);
const names = ["without, practiced", "without, new", "with, practiced", "with, new"];
const right = bars(names, [old, fresh, before, after].map(mean), { title: "% right" });

const twins = ["the king saw the queen", "the queen saw the king"].flatMap(find); // new
const strips = twins.map((one) => {
  const weights = models[0]?.attention.attend(models[0].vectors([one])).weights;
  const weight = (i: number) => weights?.at(0, 5, i) ?? 0; // the last word asks
  return tokens(one.words.map((text, i) => ({ text, weight: weight(i) })));
});
export default stack(right, ...strips);
