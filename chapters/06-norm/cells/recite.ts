import { progress } from "@humpty/display";
import { Adam, crossEntropy, noGrad, scope } from "@humpty/model";
import { vocabulary, words } from "../../05-residual/cells/reciter.ts";
import { Steady } from "./steady.ts";

export const ids = words.map((word) => vocabulary.indexOf(word));

/** Practices the rhyme 150 times, then goes on from three words. */
export function recite(normed: boolean, lr: number) {
  const reciter = new Steady(normed);
  const optimizer = new Adam(reciter.parameters(), { lr });
  for (let step = 1; step <= 150; step++) {
    scope(() => {
      optimizer.zeroGrad();
      crossEntropy(reciter.forward(ids.slice(0, -1)), ids.slice(1)).backward();
      optimizer.step();
    });
    progress(step, 150, normed ? "with norms" : "without");
  }
  const said = ids.slice(0, 3);
  while (said.length < ids.length)
    said.push(noGrad(() => reciter.forward(said).argmax().at(-1) ?? 0));
  return said;
}
export default "recite(normed, lr) trains a reciter and lets it go on.";
