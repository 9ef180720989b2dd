import { crossEntropy, Embedding, Linear, Random } from "@humpty/model";

/** The 12 tokens before a place; where there are fewer, token 0 fills up. */
export function before(tokens: readonly number[], place: number) {
  const some = tokens.slice(Math.max(0, place - 12), place);
  return [...Array<number>(12 - some.length).fill(0), ...some];
}
/** Chapter 01's network, for any tokens: 12 go in, a score for each comes out. */
export function makeNetwork(size: number, seed = 1) {
  const random = new Random(seed);
  const embed = new Embedding(size, 10, { random });
  const first = new Linear(120, 100, { random });
  const last = new Linear(100, size, { random });
  const forward = (windows: number[][]) => {
    const x = embed.forward(windows).reshape([windows.length, 120]); // side by side
    return last.forward(first.forward(x).relu()); // [windows, size]
  };
  /** How wrong it is at some places of a text, on average. */
  const lossAt = (tokens: readonly number[], places: number[]) => {
    const windows = places.map((place) => before(tokens, place));
    const nexts = places.map((place) => tokens[place] ?? 0);
    return crossEntropy(forward(windows), nexts);
  };
  const parameters = [embed, first, last].flatMap((part) => part.parameters());
  return { embed, last, forward, lossAt, parameters };
}
export type Network = ReturnType<typeof makeNetwork>;
export default "makeNetwork(27) makes a network for 27 tokens.";
