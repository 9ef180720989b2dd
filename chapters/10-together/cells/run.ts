import { progress } from "@humpty/display";
import * as humpty from "@humpty/model";
import { type Ingredient, make, text, unseen } from "./lab.ts";
import { bySquares } from "./squares.ts";

/** A training without an ingredient; its curve: how wrong for each unseen letter. */
export function begin(without: Ingredient, seed: number, steps: number) {
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
  const curve = { x: [0], y: [look()] };
  /** Goes on up to a step. */
  async function to(end: number) {
    if (training.step >= end) return;
    for await (const { step } of training) {
      if (step % 100 === 0) curve.x.push(step) && curve.y.push(look());
      if (step === end) break;
    }
  }
  return { gpt, tokenizer, curve, to };
}
/** The same, to its end. */
export async function run(without: Ingredient, seed: number, steps = 1000) {
  const { to, ...made } = begin(without, seed, steps);
  const told = without === "nothing" ? "with all nine" : `without ${without}`;
  for (let step = 0; step <= steps; step += 10) {
    progress(step, steps, `${told}, seed ${seed}`);
    await to(step);
  }
  return { ...made, wrong: made.curve.y.at(-1) ?? 0 };
}
export default "run(ingredient, seed) trains a GPT without it.";
