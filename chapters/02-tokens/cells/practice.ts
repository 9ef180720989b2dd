import { progress } from "@humpty/display";
import { Adam, scope } from "@humpty/model";
import { before, type Network } from "./network.ts";

/** Practices at `places` of a text, told anew for each step. Gives the losses. */
export function practice(
  network: Network,
  tokens: readonly number[],
  { steps, places }: { steps: number; places: () => number[] },
) {
  const optimizer = new Adam(network.parameters, { lr: 0.003 });
  const step = () => {
    const loss = network.lossAt(tokens, places());
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return loss.item();
  };
  return Array.from({ length: steps }, (_, done) => {
    if (done % 50 === 49) progress(done + 1, steps);
    return scope(step);
  });
}
/** Gets the first tokens of a text, and goes on by itself: always the largest score. */
export function recite({ forward }: Network, tokens: readonly number[], given: number) {
  const said = tokens.slice(0, given);
  while (said.length < tokens.length)
    said.push(scope(() => forward([before(said, said.length)]).argmax()[0] ?? 0));
  return said;
}
export default "practice(network, tokens, { steps, places }) trains a network.";
