import { line } from "@humpty/display";
import { scope } from "@humpty/model";
import { tokenizer } from "./encode.ts";
import { before } from "./network.ts";
import { learned, rhyme } from "./twelve.ts";

// The rhyme in tokens that were learned from the sonnets, and chapter 01's network.
export const network = learned(tokenizer.encode(rhyme), tokenizer.size);

/** Tokens in, a score for each token out, and the text with the best one added. */
export function turn(ids: number[]) {
  const scores = scope(() => network.forward([before(ids, ids.length)]).toList());
  return { scores, longer: [...ids, scores.indexOf(Math.max(...scores))] };
}
// A beginning that the rhyme does not have.
let ids = tokenizer.encode("humpty numpty");
for (let turns = 0; turns < 6; turns++) ids = turn(ids).longer;
export const numpty = tokenizer.decode(ids);
export default line({ loss: network.losses }, { x: "step", y: "loss" });
