import { bars, beside } from "@humpty/display";
import { learn, percent, seeds } from "./learn.ts";
import { Listener } from "./listener.ts";
import { find, people, practiced, unseen } from "./people.ts";

const models = seeds.map((seed) => {
  const model = new Listener(seed);
  learn(model, `seed ${seed}`);
  return model;
});
/** The % right of each of the five, of what they practiced and of what is new. */
export const old = models.map((model) => percent(model, practiced));
export const fresh = models.map((model) => percent(model, unseen));
export const [lowest, highest] = [Math.min(...old), Math.max(...old)];
export const highestNew = Math.max(...fresh);

const texts = ["the girl saw the boy who?", "the boy saw the girl who?"];
const chances = texts.map((text) => models[0]?.forward(find(text)).softmax().toList());
const charts = chances.map((list = [], i) => bars(people, list, { title: texts[i] }));
const [one = [], twin = []] = chances;
export const [girl, boy] = one;
export const apart = Math.max(...one.map((p, i) => Math.abs(p - (twin[i] ?? 0))));
export default beside(...charts);
