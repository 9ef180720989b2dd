import { Linear, Random, type Tensor, tensor } from "@humpty/model";
import type { Thing } from "./things.ts";

/** Four numbers in, two out: leaf, flower. In between hidden neurons, if any. */
export function makeNetwork(hidden: number, seed = 1) {
  const random = new Random(seed);
  const first = new Linear(4, hidden || 2, { random });
  const second = new Linear(hidden, 2, { random });
  const layers = hidden ? [first, second] : [first];
  const parameters = layers.flatMap((one) => one.parameters());
  const forward = (things: Thing[]) => {
    const x = tensor(things.map((one) => [one.red, one.green, one.blue, one.volume]));
    return hidden ? second.forward(first.forward(x).relu()) : first.forward(x);
  };
  return { first, second, parameters, forward };
}
/** What we want for each thing: 0.8 for what it is, 0.2 for what it is not. */
export const wanted = (things: Thing[]) =>
  tensor(things.map(({ is }) => (is === "leaf" ? [0.8, 0.2] : [0.2, 0.8])));

/** The average of the squares of what is missing or too much. */
export function averageSquare(outputs: Tensor, targets: Tensor): Tensor {
  const gaps = outputs.sub(targets);
  return gaps.mul(gaps).mean();
}
export default "makeNetwork(6) makes a network with 6 hidden neurons.";
