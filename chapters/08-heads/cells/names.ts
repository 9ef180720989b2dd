import * as humpty from "@humpty/model";
import { alphabet } from "../../05-residual/cells/letters.ts";
import type { Speller } from "./speller.ts";

export const spell = (name: string) =>
  [...name.toLowerCase()].map((one) => alphabet.indexOf(one));
const all = new humpty.Random(1).shuffle(await humpty.names());
const [known, unseen] = humpty.splitData(all.map(spell));
const end = 0; // the dot: before a name, and after it
export const exam = humpty.allLines(unseen.slice(0, 400), { batch: 64, end });

/** How wrong it is about the letters of names that it has not seen. */
export const wrong = (speller: Speller) => humpty.evaluate(speller, exam);

/** Trains on so many steps of `batch` names; `after` is called after each. */
export function learn(
  speller: Speller,
  steps: number,
  batch: number,
  after?: () => void,
) {
  const data = humpty.lineBatches(known, { batch, end, random: new humpty.Random(7) });
  const optimizer = new humpty.AdamW(speller.parameters(), { lr: 0.005 });
  for (let step = 1; step <= steps; step++) {
    humpty.scope(() => {
      const { inputs, targets } = data.draw();
      optimizer.zeroGrad();
      speller.loss(inputs, targets).backward();
      optimizer.step();
    });
    after?.();
  }
  return wrong(speller);
}
/** Attention with so many heads, of 32 numbers in all. */
export const heard = (heads: number) => (random: humpty.Random) =>
  new humpty.MultiHeadAttention(32, { heads, causal: true, random });
export default "learn(speller, steps, batch) trains it, and says how wrong it is then.";
