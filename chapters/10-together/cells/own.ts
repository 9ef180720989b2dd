import { line, progress, show } from "@humpty/display";
import * as humpty from "@humpty/model";

// Put a text of your own between the quotes, some pages of it, in any language.
const own = ``;
const random = new humpty.Random(1);
const text = own || random.shuffle(await humpty.names()).join("\n");
if (text.length < 2000)
  throw new Error(`The text has ${text.length} characters. It needs at least 2000.`);

const letters = new humpty.CharacterTokenizer(text);
const [known, kept] = humpty.splitData(letters.encode(text), 0.9);
const sizes = { context: 24, layers: 2, heads: 4, channels: 32 };
const gpt = new humpty.GPT({ ...sizes, vocabulary: letters.size, random });
const exam = humpty.windows(kept, { batch: 16, context: 24, count: 64 });
const training = humpty.train({
  model: gpt,
  data: humpty.batches(known, { batch: 16, context: 24, random }),
  schedule: humpty.schedules.linear({ from: 0.005, to: 0.0005, steps: 600 }),
  ...{ steps: 600, clip: 1, evaluate: { every: 50, batches: exam } },
});
const x: number[] = [];
const [practiced, unseen]: [number[], number[]] = [[], []];
const start = letters.encode(text.slice(0, 1));
for await (const { step, loss, heldOut } of training) {
  progress(step, 600);
  if (heldOut === undefined) continue;
  x.push(step);
  practiced.push(loss);
  unseen.push(heldOut);
  const lines = { practiced: { x, y: practiced }, unseen: { x, y: unseen } };
  show(line(lines, { x: "step", y: "loss" }), "curves");
  const more = humpty.generate(gpt, start, { count: 60, random, temperature: 0.8 });
  show(`After ${step} steps: ${letters.decode([...start, ...more])}`, "sample");
}
export const last = unseen.at(-1) ?? 0;
