import { merges as draw, type JoinedParts, slider } from "@humpty/display";
import { learn, textOf } from "./learn.ts";
import { rhyme } from "./twelve.ts";

const all = learn(rhyme, 1000);
export const most = all.merges.length;
const umpty = all.merges.find(({ token }) => textOf(token, all.merges) === "umpty");
export const [stepOfUmpty, countOfUmpty] = [
  (umpty?.token ?? 0) - 255,
  umpty?.count ?? 0,
];
const done = slider("merges", { min: 0, max: 21, step: 1, value: 11 });
const { merges, words } = learn(rhyme, done);

/** A token as a brick that lies on the two that it was joined from. */
function brick(token: number): JoinedParts {
  const merge = merges[token - 256];
  const text = textOf(token, merges);
  if (!merge) return { text };
  const [left, right] = merge.pair;
  const step = token - 255;
  const from = [brick(left), brick(right)] as const;
  return { text, from, step, count: merge.count, mark: step === merges.length };
}
const count = (some: typeof words) =>
  some.reduce((sum, { tokens, count }) => sum + tokens.length * count, 0);
export const [letters, tokens] = [learn(rhyme, 0).words, words].map(count);
const title = `${done} merges: ${tokens} tokens for ${letters} letters and spaces`;
export default draw(
  words.map((word) => word.tokens.map(brick)),
  { title },
);
