import { progress } from "@humpty/display";
import { Adam, scope } from "@humpty/model";
import { before, type Network } from "./network.ts";

/** Practices for some steps; `places` tells at which places of the text, for each step. */
export function practice(
  network: Network,
  tokens: readonly number[],
  { steps, places }: { steps: number; places: () => number[] },
) {
  const optimizer = new Adam(network.parameters, { lr: 0.003 });
  for (let step = 1; step <= steps; step++) {
    scope(() => {
      optimizer.zeroGrad();
      network.lossAt(tokens, places()).backward();
      optimizer.step();
    });
    if (step % 50 === 0) progress(step, steps);
  }
}
/** Gets the first tokens of a text, and goes on by itself: always the largest score. */
export function recite({ forward }: Network, tokens: readonly number[], given: number) {
  const said = tokens.slice(0, given);
  while (said.length < tokens.length)
    said.push(scope(() => forward([before(said, said.length)]).argmax()[0] ?? 0));
  return said;
}
export default "practice(network, tokens, { steps, places }) trains a network.";
