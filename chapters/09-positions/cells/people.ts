import { table } from "@humpty/display";

export const people = "girl boy king queen aunt uncle horse man".split(" ");
const verbs = "saw heard met found".split(" ");
export const vocabulary = ["the", ...people, ...verbs, "who?", "whom?"];
/** Six words, the last of them a question. The answer is one of the people. */
export type Sentence = { words: string[]; answer: number };

export const sentences: Sentence[] = [];
for (const [a, first] of people.entries()) {
  for (const [b, second] of people.entries()) {
    for (const verb of a === b ? [] : verbs) {
      const words = ["the", first, verb, "the", second];
      sentences.push({ words: [...words, "who?"], answer: a });
      sentences.push({ words: [...words, "whom?"], answer: b });
    }
  }
}
/** These pairs are kept for the test, both ways round. */
const kept = ["king queen", "girl uncle", "man aunt", "horse boy", "aunt king"];
const isKept = ({ words: [, a, , , b] }: Sentence) =>
  kept.some((pair) => pair === `${a} ${b}` || pair === `${b} ${a}`);
export const unseen = sentences.filter(isKept);
export const practiced = sentences.filter((one) => !isKept(one));
export const find = (text: string) =>
  sentences.filter(({ words }) => words.join(" ").startsWith(text));
const twins = [...find("the girl saw the boy"), ...find("the boy saw the girl")];
const row = ({ words, answer }: Sentence) => ({
  sentence: words.slice(0, 5).join(" "),
  question: words[5] ?? "",
  answer: people[answer] ?? "",
});
export default table(twins.map(row));
