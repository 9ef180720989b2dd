import { bars } from "@humpty/display";
import { tensor } from "@humpty/model";

/** Scores into chances. */
const chances = (scores: number[]) => tensor(scores).softmax().toList();

/** What a committee answers: each member gives scores, the same number of them. */
export function vote(members: number[][]): number[] {
  const all = members.map(chances);
  const letters = members[0] ?? [];
  const means = letters.map((_, i) => {
    const sum = all.reduce((sum, one) => sum + (one[i] ?? 0), 0);
    return sum / members.length;
  });
  return chances(means);
}

// Two members lean to b a little, one is sure of a.
const members = [
  [0, 0.5, -2],
  [0, 0.5, -2],
  [4, 0, -1],
];
export default bars(["a", "b", "c"], vote(members));
