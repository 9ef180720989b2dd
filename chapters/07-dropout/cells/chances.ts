import { log, noGrad, scope } from "@humpty/model";
import type { Lesson } from "../../05-residual/cells/letters.ts";
import type { Wide } from "./wide.ts";

/** The chance that a network gives to each lesson's true next letter. */
export function chances(network: Wide, lessons: Lesson[]): number[] {
  const before = lessons.map((lesson) => lesson.before);
  const rows = scope(() => noGrad(() => network.forward(before).softmax().toRows()));
  return lessons.map(({ next }, i) => rows[i]?.[next] ?? 0);
}
export const mean = (list: number[]) =>
  list.reduce((sum, one) => sum + one, 0) / list.length;

/** For each lesson, the average of what several networks give. */
export const together = (members: number[][]) =>
  (members[0] ?? []).map((_, i) => mean(members.map((chances) => chances[i] ?? 0)));

/** The loss: −log of the chance, on average. */
export const lossOf = (chances: number[]) => -mean(chances.map(log));
export default "chances(network, lessons) gives the chance of each true letter.";
