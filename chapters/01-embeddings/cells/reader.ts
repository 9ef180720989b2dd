import { Embedding, Linear, Random, scope } from "@humpty/model";
import { exam, type Lesson } from "./lessons.ts";

/** A vector for each symbol; those of the symbols read, side by side; a hidden layer. */
export function makeReader(
  size: number,
  seed: number,
  { reads = 4, hidden = 32 } = {},
) {
  const random = new Random(seed);
  const embedding = new Embedding(27, size, { random });
  const first = new Linear(reads * size, hidden, { random });
  const second = new Linear(hidden, 27, { random });
  const forward = (windows: number[][]) => {
    const x = embedding.forward(windows).reshape([windows.length, reads * size]);
    return second.forward(first.forward(x).relu()); // [windows, 27]
  };
  const layers = [first, second].flatMap((one) => one.parameters());
  return { embedding, forward, layers, all: [...embedding.parameters(), ...layers] };
}
export type Reader = ReturnType<typeof makeReader>;

/** How many percent of the lessons the largest output gets right. */
export function percentRight({ forward }: Reader, lessons: Lesson[] = exam) {
  const said = scope(() => forward(lessons.map(({ before }) => before)).argmax());
  const right = said.filter((one, i) => one === lessons[i]?.next);
  return (100 * right.length) / lessons.length;
}
export default "makeReader(10, 1) makes a network with 10 numbers for each symbol.";
