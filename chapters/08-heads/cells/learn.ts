import { AdamW, evaluate, lineBatches, Random, scope } from "@humpty/model";
import { end, exam, known } from "./names.ts";
import type { Speller } from "./speller.ts";

/** How wrong it is about the letters of names that it has not seen. */
export const wrong = (speller: Speller) => evaluate(speller, exam);

/** Trains on so many names a step; then says how wrong it is. */
export function learn(
  speller: Speller,
  steps: number,
  batch: number,
  after: () => void = () => {},
) {
  const data = lineBatches(known, { batch, end, random: new Random(7) });
  const optimizer = new AdamW(speller.parameters(), { lr: 0.005 });
  for (let step = 1; step <= steps; step++) {
    scope(() => {
      const { inputs, targets } = data.draw();
      optimizer.zeroGrad();
      speller.loss(inputs, targets).backward();
      optimizer.step();
    });
    after();
  }
  return wrong(speller);
}
export default "learn(speller, steps, batch) trains it on names.";
