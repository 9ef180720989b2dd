import { line, progress } from "@humpty/display";
import * as humpty from "@humpty/model";
import { Assembled } from "./assembled.ts";
import { text } from "./lab.ts";

const letters = new humpty.CharacterTokenizer(text);
const ids = letters.encode(text);
const sizes = {
  vocabulary: letters.size,
  context: 32,
  layers: 2,
  heads: 4,
  channels: 32,
};

/** Forty steps from the same seed; gives the loss of each. */
async function losses(own: boolean) {
  const gpt = new humpty.GPT({ ...sizes, random: new humpty.Random(1) });
  const random = new humpty.Random(2);
  const parameters = () => gpt.parameters();
  const ours = new Assembled(gpt, new humpty.Random(3));
  const model = own ? { parameters, loss: ours.loss.bind(ours) } : gpt;
  const data = humpty.batches(ids, { batch: 8, context: 32, random });
  const list: number[] = [];
  for await (const { step, loss } of humpty.train({ model, data, steps: 40 })) {
    progress(step, 40, own ? "our pieces" : "the package");
    list.push(loss);
  }
  return list;
}
const [ours, theirs] = [await losses(true), await losses(false)];
export const apart = Math.max(
  ...ours.map((one, i) => Math.abs(one - (theirs[i] ?? 0))),
);
export const [first = 0] = ours;
export const last = ours.at(-1) ?? 0;
export default line({ ours, "the package's": theirs }, { x: "step", y: "loss" });
