import { Adam, crossEntropy, Embedding, Linear, Random, scope } from "@humpty/model";

/** A place in a text: the tokens before it, and the one that stands there. */
export interface Lesson {
  before: number[];
  next: number;
}
/** All places of a text; before its beginning, there is nothing but `nothing`. */
export function lessonsOf(text: readonly number[], inputs: number, nothing = 0): Lesson[] {
  const long = [...Array<number>(inputs).fill(nothing), ...text];
  return text.map((next, i) => ({ before: long.slice(i, i + inputs), next }));
}
/** Chapter 01's network for tokens of any kind: some go in, a score for each comes out. */
export function makeNetwork({ tokens = 27, inputs = 12, size = 10, hidden = 100, seed = 1 }) {
  const random = new Random(seed);
  const embed = new Embedding(tokens, size, { random });
  const first = new Linear(inputs * size, hidden, { random });
  const last = new Linear(hidden, tokens, { random });
  const parts = [embed, first, last];
  const hide = (windows: number[][]) => {
    const x = embed.forward(windows).reshape([windows.length, inputs * size]);
    return first.forward(x).relu(); // the vectors side by side, the hidden layer
  };
  const forward = (windows: number[][]) => last.forward(hide(windows)); // the scores
  const optimizer = new Adam(
    parts.flatMap((part) => part.parameters()),
    { lr: 0.003 },
  );
  const loss = (lessons: Lesson[]) =>
    crossEntropy(
      forward(lessons.map(({ before }) => before)),
      lessons.map(({ next }) => next),
    );
  const practice = (lessons: Lesson[]) =>
    scope(() => {
      const cost = loss(lessons);
      optimizer.zeroGrad();
      cost.backward();
      optimizer.step();
      return cost.item();
    });
  return { embed, first, last, hide, forward, loss, practice, inputs };
}
export default "makeNetwork({ tokens, inputs }) makes a network for any kind of token.";
