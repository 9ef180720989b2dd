import { table } from "@humpty/display";
import { noGrad, scope } from "@humpty/model";
import { type Lesson, unseen } from "../../05-residual/cells/letters.ts";
import { few } from "./few.ts";
import { network } from "./overfit.ts";
import type { Wide } from "./wide.ts";

/** In how many percent its first choice is right, and what chance it gave that. */
function judge(network: Wide, lessons: Lesson[]) {
  network.eval();
  const before = lessons.map((lesson) => lesson.before);
  const all = scope(() => noGrad(() => network.forward(before).softmax().toRows()));
  network.train();
  const tops = all.map((row) => Math.max(...row));
  const hits = lessons.filter(({ next }, i) => all[i]?.[next] === tops[i]);
  const sum = tops.reduce((sum, one) => sum + one, 0);
  const [right, sure] = [hits.length, sum].map((one) => (100 * one) / lessons.length);
  return { right: right ?? 0, sure: sure ?? 0 };
}
const practiced = judge(network, few);
const fresh = judge(network, unseen);
const row = (of: string, { right, sure }: typeof fresh) => {
  return { "": of, "first choice right, %": right, "sure of it, %": sure };
};
const rows = [row("practiced", practiced), row("not seen", fresh)];
export const [rightOnFew, sureOnFew] = [practiced.right, practiced.sure];
export const [rightOnUnseen, sureOnUnseen] = [fresh.right, fresh.sure];
export default table(rows, { digits: 0 });
