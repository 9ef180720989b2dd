import { progress } from "@humpty/display";
import { AdamW, Random, scope } from "@humpty/model";
import { unseen } from "../../05-residual/cells/letters.ts";
import { few, toChoose } from "./few.ts";
import type { Wide } from "./wide.ts";
import { loss, wrong } from "./wrong.ts";

/** How wrong it is on what it may practice, on names to choose by, and in the test. */
function look(network: Wide, step: number) {
  const [a, b, c] = [few, toChoose, unseen].map((list) => wrong(network, list));
  return { step, few: a ?? 0, toChoose: b ?? 0, unseen: c ?? 0 };
}
const usual = { name: "", steps: 600, lessons: few, weightDecay: 0 };
/** Practices 64 lessons at a time, and looks every 20 steps. */
export function practice(network: Wide, options: Partial<typeof usual> = {}) {
  const { name, steps, lessons, weightDecay } = { ...usual, ...options };
  const random = new Random(7);
  const optimizer = new AdamW(network.parameters(), { lr: 0.003, weightDecay });
  const looks = [look(network, 0)];
  for (let step = 1; step <= steps; step++) {
    const some = Array.from({ length: 64 }, () => random.pick(lessons));
    optimizer.zeroGrad();
    scope(() => loss(network, some).backward());
    optimizer.step();
    if (step % 20 === 0) looks.push(look(network, step));
    progress(step, steps, name);
  }
  return looks;
}
export default "practice(network, { name }) trains, and tells how wrong it was.";
