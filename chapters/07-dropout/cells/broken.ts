import { progress } from "@humpty/display";
import { Adam, crossEntropy, noGrad, Random, scope, tensor } from "@humpty/model";
import { ids } from "../../06-norm/cells/recite.ts";
import { Tough } from "./tough.ts";

/** Practices the rhyme 300 times. */
export function rehearse(p: number): Tough {
  const reciter = new Tough(p);
  const optimizer = new Adam(reciter.parameters(), { lr: 0.01 });
  for (let step = 1; step <= 300; step++) {
    optimizer.zeroGrad();
    const scores = () => reciter.forward(ids.slice(0, -1));
    scope(() => crossEntropy(scores(), ids.slice(1)).backward());
    optimizer.step();
    progress(step, 300, `p = ${p}`);
  }
  return reciter.eval();
}
/** Breaks a share of the numbers that parts pass on; goes on from three words. */
export function recite(reciter: Tough, share: number, seed: number): number[] {
  const random = new Random(seed);
  const whole = () => Array.from({ length: 24 }, () => +(random.uniform() >= share));
  reciter.whole = Array.from({ length: 9 }, () => tensor(whole()));
  const next = (said: number[]) => reciter.forward(said).argmax().at(-1) ?? 0;
  const said = ids.slice(0, 3);
  while (said.length < ids.length) said.push(scope(() => noGrad(() => next(said))));
  return said;
}
export default "recite(rehearse(p), share, seed) recites when broken.";
