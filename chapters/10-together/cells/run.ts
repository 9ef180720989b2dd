import { progress } from "@humpty/display";
import * as humpty from "@humpty/model";
import { type Ingredient, make, text, unseen } from "./lab.ts";
import { bySquares } from "./squares.ts";

/** Trains without an ingredient; gives how wrong it is for each letter of unseen lines. */
export async function run(without: Ingredient, seed: number, steps = 1000) {
  const { gpt, tokenizer } = make(without, seed);
  const { context } = gpt.config;
  const random = new humpty.Random(seed);
  const exam = tokenizer.encode(unseen);
  const windows = humpty.windows(exam, { batch: 16, context });
  const look = () => (humpty.evaluate(gpt, windows) * exam.length) / unseen.length;
  const training = humpty.train({
    model: without === "cross-entropy" ? bySquares(gpt) : gpt,
    data: humpty.batches(tokenizer.encode(text), { batch: 16, context, random }),
    schedule: humpty.schedules.linear({ from: 0.005, to: 0.0005, steps }),
    ...{ steps, clip: 1 },
  });
  const told = without === "nothing" ? "with all nine" : `without ${without}`;
  const curve = { x: [0], y: [look()] };
  for await (const { step } of training) {
    progress(step, steps, `${told}, seed ${seed}`);
    if (step % 100 === 0) curve.x.push(step) && curve.y.push(look());
  }
  return { gpt, tokenizer, curve, wrong: curve.y.at(-1) ?? 0 };
}
export default "run(ingredient, seed) trains a GPT without it.";
