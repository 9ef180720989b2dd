import { bars } from "@humpty/display";
import { tensor } from "@humpty/model";

/** Scores into chances. */
const chances = (scores: number[]) => tensor(scores).softmax().toList();

/** What a committee answers: each member gives scores, the same number of them. */
export function vote(members: number[][]): number[] {
  const letters = members[0] ?? [];
  const sums = letters.map((_, i) =>
    members.reduce((sum, one) => sum + (one[i] ?? 0), 0),
  );
  return chances(sums.map((sum) => sum / members.length));
}

// Two members lean to b a little, one is sure of a.
const members = [
  [0, 0.5, -2],
  [0, 0.5, -2],
  [4, 0, -1],
];
export default bars(["a", "b", "c"], vote(members));
