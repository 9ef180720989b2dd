import { log, Random, scope } from "@humpty/model";
import type { Kind } from "./kinds.ts";
import { makeNetwork } from "./network.ts";
import { practice } from "./practice.ts";
import { parts } from "./unknown.ts";

const [, unseen = ""] = parts;
/** Reads the lesson once, in random order. Gives the bits for each unseen token. */
export function bitsForToken({ size, lesson, exam }: Kind, seed: number) {
  const network = makeNetwork(size, seed);
  const order = new Random(seed).shuffle(lesson.map((_, place) => place));
  const places = () => order.splice(0, 100);
  practice(network, lesson, { steps: Math.floor(lesson.length / 100), places });
  const everywhere = exam.map((_, place) => place);
  return scope(() => network.lossAt(exam, everywhere).item()) / log(2);
}
/** The same bits, shared out among the letters of the unseen text. */
export function bitsForLetter({ exam }: Kind, bits: number) {
  return (bits * exam.length) / unseen.length;
}
export default `${unseen.length} unseen letters and signs`;
