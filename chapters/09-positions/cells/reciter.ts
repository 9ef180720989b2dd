import { progress } from "@humpty/display";
import * as humpty from "@humpty/model";

export const tokenizer = new humpty.CharacterTokenizer(humpty.rhyme);
const letters = tokenizer.encode(humpty.rhyme);
const sizes = { vocabulary: tokenizer.size, context: 32, heads: 4, channels: 32 };
const steps = 300;

/** The package's GPT, with one block, learns the rhyme from pieces of 32 letters. */
async function learn(positions: "none" | "learned" | "rotary") {
  const models: humpty.GPT[] = [];
  for (const seed of [1, 2, 3]) {
    const random = new humpty.Random(seed);
    const model = new humpty.GPT({ ...sizes, layers: 1, positions, random });
    const data = humpty.batches(letters, { batch: 8, context: 32, random });
    const optimizer = new humpty.AdamW(model.parameters(), { lr: 0.01 });
    const schedule = humpty.schedules.linear({ from: 0.01, to: 0, steps });
    const lessons = { model, data, optimizer, schedule, steps };
    for await (const { step } of humpty.train(lessons))
      progress(step, steps, `${positions}, seed ${seed}`);
    models.push(model);
  }
  return models;
}
export const without = await learn("none");
export const placed = await learn("learned");
export const parameters = humpty.countParameters({ ...sizes, layers: 1 });
export default `each has ${parameters} parameters, those of positions included`;
