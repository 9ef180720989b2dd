import { progress } from "@humpty/display";
import { Adam, crossEntropy, noGrad, rhyme, scope, type Tensor } from "@humpty/model";
import { idOf, wordsOf } from "./readers.ts";

type Part = { parameters(): Tensor[] };
export type Reader = { parts: Part[]; forward(ids: number[]): Tensor };
export const line = wordsOf(rhyme).map(idOf);

/** Learns the rhyme as it is printed: every word from those before it, all at once. */
export function practice<R extends Reader>(reader: R, name: string): R {
  const weights = reader.parts.flatMap((part) => part.parameters());
  const optimizer = new Adam(weights, { lr: 0.01 });
  const step = () => {
    optimizer.zeroGrad();
    crossEntropy(reader.forward(line.slice(0, -1)), line.slice(1)).backward();
    optimizer.step();
  };
  for (let i = 1; i <= 300; i++) {
    scope(step);
    progress(i, 300, name);
  }
  return reader;
}
/** The word that gets the largest score after these. */
export const next = ({ forward }: Reader, ids: number[]): number =>
  scope(() => noGrad(() => forward(ids).argmax().at(-1) ?? 0));
export default "practice(reader) lets a network learn the rhyme.";
