import { progress } from "@humpty/display";
import * as humpty from "@humpty/model";
import { context, symbols, type Writer } from "./writer.ts";

const text = (await humpty.sonnets()).toLowerCase().replace(/[^a-z]+/g, " ");
const letters = [...text].map((one) => symbols.indexOf(one));
const [known, unseen] = humpty.splitData(letters); // the last tenth is kept apart
export const exam = (context: number, count: number) =>
  humpty.windows(unseen, { batch: 16, context, count });

/** Trains a writer from each of three seeds; gives them, and how wrong each is at last. */
export async function learn(name: string, make: (seed: number) => Writer) {
  const [writers, ends]: [Writer[], number[]] = [[], []];
  for (const seed of [1, 2, 3]) {
    const [model, random] = [make(seed), new humpty.Random(seed)];
    const data = humpty.batches(known, { batch: 16, context, random });
    const optimizer = new humpty.AdamW(model.parameters(), { lr: 0.01 });
    const schedule = humpty.schedules.linear({ from: 0.01, to: 0, steps: 300 });
    const lessons = { model, data, optimizer, schedule, steps: 300 };
    for await (const { step } of humpty.train(lessons))
      progress(step, 300, `${name}, seed ${seed}`);
    writers.push(model);
    ends.push(humpty.evaluate(model, exam(context, 128)));
  }
  return { name, writers, ends };
}
export const mean = (list: number[]) =>
  list.reduce((sum, one) => sum + one, 0) / list.length;
export default `${known.length} letters to practice on, ${unseen.length} kept apart`;
