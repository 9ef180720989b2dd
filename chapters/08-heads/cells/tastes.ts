import { table } from "@humpty/display";
import { noGrad } from "@humpty/model";
import { alphabet } from "../../05-residual/cells/letters.ts";
import { exam } from "./names.ts";
import { speller } from "./side-by-side.ts";

const kindOf = (letter = "") =>
  letter === "·" ? "the dot" : "aeiouy".includes(letter) ? "vowels" : "consonants";
const rows = ["head 1", "head 2", "head 3", "head 4", "all alike"].map((who) => {
  return { who, vowels: 0, consonants: 0, "the dot": 0, itself: 0 };
});
// To whom does the last letter of each of 400 new names listen? Per cent of its weight.
for (const { inputs } of exam)
  noGrad(() =>
    speller.forward(inputs, (weights) => {
      for (const [n, name] of inputs.entries()) {
        const last = name.length - 1;
        for (const [j, letter] of name.entries()) {
          const kind = j === last ? "itself" : kindOf(alphabet[letter]);
          for (const [head, row] of rows.entries())
            row[kind] += (head < 4 ? weights.at(n, head, last, j) : 1 / (last + 1)) / 4;
        }
      }
    }),
  );
export const [vowels1, vowels2, vowels3, vowels4, vowelsAlike] = rows.map(
  (row) => row.vowels,
);
export default table(rows, { digits: 0, title: "% of the weight" });
