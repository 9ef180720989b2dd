import { bars } from "@humpty/display";
import { tensor } from "@humpty/model";

/** Scores into chances. */
const chances = (scores: number[]) => tensor(scores).softmax().toList();

/** What a committee answers: each member gives scores, the same number of them. */
export function vote(members: number[][]): number[] {
  return chances(members[0] ?? []);
}

// Two members lean to b a little, one is sure of a.
const members = [
  [0, 0.5, -2],
  [0, 0.5, -2],
  [4, 0, -1],
];
export default bars(["a", "b", "c"], vote(members));
