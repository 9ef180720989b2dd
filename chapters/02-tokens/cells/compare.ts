import { show, spread, stack, table } from "@humpty/display";
import { bitsForLetter, bitsForToken } from "./exam.ts";
import { type Kind, kinds } from "./kinds.ts";

const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const results: { kind: Kind; tokens: number[]; values: number[] }[] = [];
function draw() {
  const rows = results.map(({ kind, tokens, values }) => {
    const [token, letter] = [mean(tokens), mean(values)];
    return {
      "cut into": kind.name,
      "bits for each token": token,
      "for each letter": letter,
    };
  });
  const lines = results.map(({ kind, values }) => {
    return { name: kind.name, values, from: 2.8, to: 3.4 };
  });
  const title = "bits for each letter of unseen text, three seeds";
  return stack(table(rows), spread(lines, { title }));
}
for (const kind of kinds) {
  const tokens = [1, 2, 3].map((seed) => bitsForToken(kind, seed));
  results.push({
    kind,
    tokens,
    values: tokens.map((bits) => bitsForLetter(kind, bits)),
  });
  show(draw(), "so far");
}
const means = results.map(({ tokens }) => mean(tokens));
export const [tokenOfLetters, tokenOf300, tokenOf1000, tokenOfWords] = means;
export const [letters, few, many, words] = results.map(({ values }) => mean(values));
export default draw();
