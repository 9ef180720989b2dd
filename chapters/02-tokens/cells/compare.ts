import { show, spread, table } from "@humpty/display";
import { bitsForLetter, bitsForToken } from "./exam.ts";
import { type Kind, kinds } from "./kinds.ts";

const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
type Result = { kind: Kind; tokens: number[]; values: number[] };
const results: Result[] = [];
const row = ({ kind, tokens, values }: Result) => {
  const [token, letter] = [mean(tokens), mean(values)];
  return { "cut into": kind.name, "bits for each token": token, "each letter": letter };
};
for (const kind of kinds) {
  const tokens = [1, 2, 3].map((seed) => bitsForToken(kind, seed));
  const values = tokens.map((bits) => bitsForLetter(kind, bits));
  results.push({ kind, tokens, values });
  show(table(results.map(row)), "so far");
}
const means = results.map(({ tokens }) => mean(tokens));
export const [tokenOfLetters, tokenOf300, tokenOf1000, tokenOfWords] = means;
export const [letters, few, many, words] = results.map(({ values }) => mean(values));
const lines = results.map(({ kind: { name }, values }) => ({
  name,
  values,
  from: 2.8,
  to: 3.4,
}));
export default spread(lines, {
  title: "bits for each letter of unseen text, three seeds",
});
