import { Adam, scope } from "@humpty/model";
import { text } from "../../00-start/cells/letters.ts";
import { makeWriter } from "../../00-start/cells/writer.ts";
import { lessonsOf } from "./lessons.ts";
import { lossOn } from "./practice.ts";
import { makeReader } from "./reader.ts";

const all = lessonsOf(text, 16);
/** Chapter 00's writer with 16 characters, and one number for each symbol. */
export const withNumbers = (seed: number) => makeWriter(16, seed);

/** The same hidden layer, on 10 trained numbers for each symbol. */
export function withVectors(seed: number) {
  const reader = makeReader(10, seed, { reads: 16, hidden: 100 });
  const optimizer = new Adam(reader.all, { lr: 0.01 });
  const step = () => {
    const loss = lossOn(reader, all);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return loss.item();
  };
  const learn = (steps: number) => Array.from({ length: steps }, () => scope(step));
  return { ...reader, learn, characters: 16, parameters: reader.all };
}
export default "withNumbers(1) and withVectors(1) learn the rhyme.";
