import { Adam, crossEntropy, Random, scope } from "@humpty/model";
import { Listener } from "./listener.ts";
import { type Story, story } from "./relatives.ts";

const some = (count: number, random: Random) =>
  Array.from({ length: count }, () => story(random));
const wanted = (stories: Story[]) => stories.flatMap(({ answers }) => answers);
export const exam = some(500, new Random(99));

/** A listener with so many heads, after 300 × 32 stories; % right of new ones. */
export function practiced(heads: number, seed: number) {
  const listener = new Listener(heads, seed);
  const random = new Random(3);
  const optimizer = new Adam(listener.parameters(), { lr: 0.01 });
  for (let step = 1; step <= 300; step++)
    scope(() => {
      const stories = some(32, random);
      optimizer.zeroGrad();
      crossEntropy(listener.forward(stories), wanted(stories)).backward();
      optimizer.step();
    });
  const said = scope(() => listener.forward(exam).argmax());
  const right = exam.map(({ answers }, i) =>
    answers.map((answer, part) => answer === said[2 * i + part]),
  );
  const share = (is: (one: boolean[]) => unknown) => right.filter(is).length / 5;
  const [reader, heir] = [share(([first]) => first), share(([, second]) => second)];
  return { listener, reader, heir, both: share((one) => one.every(Boolean)) };
}
export default "practiced(heads, seed) trains a listener, then tests it.";
