import { progress } from "@humpty/display";
import { SGD, scope } from "@humpty/model";
import { averageSquare, type makeNetwork, wanted } from "./model.ts";
import { known, type Thing, unseen } from "./things.ts";

type Network = ReturnType<typeof makeNetwork>;

/** Gradient descent on all weights; gives the loss at each step. */
export function learn(network: Network, name: string, steps = 2000, lr = 0.5) {
  const optimizer = new SGD(network.parameters, { lr });
  const step = () => {
    const loss = averageSquare(network.forward(known), wanted(known));
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step(); // each weight: minus lr times its slope
    return loss.item();
  };
  return Array.from({ length: steps }, (_, i) => {
    if (i % 50 === 0) progress(i, steps, name);
    return scope(step);
  });
}
/** How many percent of things the larger output tells rightly. */
export function percentRight({ forward }: Network, things: Thing[] = unseen) {
  const answers = forward(things).argmax();
  const right = answers.filter((i, n) => ["leaf", "flower"][i] === things[n]?.is);
  return (100 * right.length) / things.length;
}
export default "learn(network, name) trains a network and gives its losses.";
