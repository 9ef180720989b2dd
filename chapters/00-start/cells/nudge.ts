import { table } from "@humpty/display";
import { averageSquare, makeNetwork, wanted } from "./model.ts";
import { known } from "./things.ts";

const network = makeNetwork(6);
const loss = () => averageSquare(network.forward(known), wanted(known));
loss().backward(); // the slopes of all weights, in one go

const names = ["first weights", "first biases", "second weights", "second biases"];
const rows = network.parameters.flatMap(({ data, grad }, i) =>
  Array.from(data, (weight, j) => {
    const at = (nudge: number) => {
      data[j] = weight + nudge;
      const value = loss().item();
      data[j] = weight;
      return value;
    };
    const nudged = (at(0.01) - at(-0.01)) / 0.02;
    const backward = grad?.toList()[j] ?? 0;
    return { weight: `${names[i]} ${j + 1}`, value: weight, nudged, backward };
  }),
);
export const count = rows.length;
export const farthest = Math.max(
  ...rows.map(({ nudged, backward }) => Math.abs(nudged - backward)),
);
export default table(
  rows.filter((_, i) => i % 6 === 0),
  { digits: 4 },
);
