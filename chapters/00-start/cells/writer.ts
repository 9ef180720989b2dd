import { Adam, Linear, oneHot, Random, scope, tensor } from "@humpty/model";
import { lessons } from "./letters.ts";
import { averageSquare } from "./model.ts";

/** Some characters in, one number each; out comes a number for each of 27 symbols. */
export function makeWriter(characters: number, seed = 1) {
  const random = new Random(seed);
  const first = new Linear(characters, 100, { random });
  const second = new Linear(100, 27, { random });
  const parameters = [first, second].flatMap((one) => one.parameters());
  const forward = (windows: number[][]) => {
    const x = tensor(windows.map((window) => window.map((n) => n / 26))); // 0 to 1
    return second.forward(first.forward(x).relu());
  };
  const all = lessons(characters);
  const windows = all.map(({ before }) => before);
  const nexts = all.map(({ next }) => next);
  const targets = oneHot(nexts, 27).mul(0.6).add(0.2); // 0.8 for what comes, 0.2 else
  const optimizer = new Adam(parameters, { lr: 0.01 });
  const step = () => {
    const loss = averageSquare(forward(windows), targets);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return loss.item();
  };
  const learn = (steps: number) => Array.from({ length: steps }, () => scope(step));
  return { forward, learn, characters, parameters };
}
export default "makeWriter(12) makes a network that reads 12 characters.";
