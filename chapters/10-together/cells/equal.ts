import { heatmap, stack } from "@humpty/display";
import { GPT, Random } from "@humpty/model";
import { Assembled } from "./assembled.ts";

const sizes = { vocabulary: 7, context: 6, layers: 3, heads: 2, channels: 4 };
export const gpt = new GPT({ ...sizes, random: new Random(1) });
const ours = new Assembled(gpt, new Random(1));
const random = new Random(2);
for (const { data } of gpt.parameters()) // larger than at the start of training
  for (let i = 0; i < data.length; i++)
    data[i] = (data[i] ?? 0) + 0.3 * random.normal();

export const [text, next] = [[[3, 1, 4, 1, 5, 2]], [[1, 4, 1, 5, 2, 6]]];
/** The scores, and the slope at each of the weights. */
function both(model: GPT | Assembled) {
  for (const { grad } of gpt.parameters()) grad?.data.fill(0);
  model.loss(text, next).backward();
  const slopes = gpt.parameters().flatMap(({ grad }) => grad?.toList() ?? []);
  return { scores: model.forward(text).row(0), slopes };
}
const [a, b] = [both(ours), both(gpt)];
const apart = (a: number[], b: number[]) =>
  Math.max(...a.map((one, i) => Math.abs(one - (b[i] ?? 0))));
export const scoresApart = apart(a.scores.toList(), b.scores.toList());
export const slopesApart = apart(a.slopes, b.slopes);
export const count = a.slopes.length;
export default stack(
  heatmap(a.scores.detach(), { name: "scores, with our pieces", digits: 2 }),
  heatmap(b.scores.detach(), { name: "scores of the package's GPT", digits: 2 }),
);
