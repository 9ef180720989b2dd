import { table } from "@humpty/display";
import { log } from "@humpty/model";

/** Bits for each letter, from the loss (in powers of e) for each token. */
export function bitsForLetter(loss: number, tokens: number, letters: number): number {
  const bits = loss / log(2);
  return (bits * tokens) / letters;
}

// Two models have read the same 9,000 letters. Which one predicts better?
const inLetters = bitsForLetter(2.2, 9000, 9000);
const inSubwords = bitsForLetter(4.8, 3600, 9000);
export default table([
  { model: "letters", "loss for each token": 2.2, "bits for each letter": inLetters },
  { model: "subwords", "loss for each token": 4.8, "bits for each letter": inSubwords },
]);
