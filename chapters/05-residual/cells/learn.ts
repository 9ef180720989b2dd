import { progress } from "@humpty/display";
import { AdamW, crossEntropy, noGrad, Random, scope } from "@humpty/model";
import { type Lesson, practiced, unseen } from "./letters.ts";
import type { Stack } from "./stack.ts";

export function loss(stack: Stack, lessons: Lesson[], skip?: number) {
  const before = lessons.map((lesson) => lesson.before);
  const next = lessons.map((lesson) => lesson.next);
  return crossEntropy(stack.forward(before, skip), next);
}
/** How wrong a stack is about letters that it has not seen; 0 would be perfect. */
export const wrong = (stack: Stack, skip?: number): number =>
  scope(() => noGrad(() => loss(stack, unseen, skip).item()));

/** Trains on 64 lessons at a time; gives how wrong it was, every 20 steps. */
export function learn(stack: Stack, name: string, steps = 400, lr = 0.003) {
  const random = new Random(7);
  const optimizer = new AdamW(stack.parameters(), { lr });
  const curve = { x: [0], y: [wrong(stack)] };
  for (let step = 1; step <= steps; step++) {
    scope(() => {
      const some = Array.from({ length: 64 }, () => random.pick(practiced));
      optimizer.zeroGrad();
      loss(stack, some).backward();
      optimizer.step();
    });
    if (step % 20 === 0) curve.x.push(step) && curve.y.push(wrong(stack));
    progress(step, steps, name);
  }
  return curve;
}
export default "learn(stack, name) trains a stack and gives its curve.";
