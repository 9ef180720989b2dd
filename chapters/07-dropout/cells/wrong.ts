import { crossEntropy, noGrad, scope } from "@humpty/model";
import type { Lesson } from "../../05-residual/cells/letters.ts";
import type { Wide } from "./wide.ts";

export function loss(network: Wide, lessons: Lesson[]) {
  const before = lessons.map((lesson) => lesson.before);
  const next = lessons.map((lesson) => lesson.next);
  return crossEntropy(network.forward(before), next);
}
/** How wrong a network is with all its neurons; 0 would be perfect. */
export function wrong(network: Wide, lessons: Lesson[]): number {
  network.eval(); // from here on, nothing is dropped
  const answer = scope(() => noGrad(() => loss(network, lessons).item()));
  network.train(); // and from here on, something is again
  return answer;
}
export default "wrong(network, lessons) tells how wrong it is.";
