import { table } from "@humpty/display";
import { averageSquare, makeNetwork, wanted } from "./model.ts";
import { known } from "./things.ts";

const untrained = makeNetwork(6);
const outputs = untrained.forward(known);
const targets = wanted(known);
export const loss = averageSquare(outputs, targets).item();

const rows = known.slice(0, 6).map(({ is }, i) => {
  const [leaf, flower] = [outputs.at(i, 0), outputs.at(i, 1)];
  const [a, b] = [leaf - targets.at(i, 0), flower - targets.at(i, 1)];
  const said = { is, leaf, flower, says: leaf > flower ? "leaf" : "flower" };
  return { ...said, "wanted leaf": targets.at(i, 0), loss: (a * a + b * b) / 2 };
});
export default table(rows, { digits: 3 });
