import { bars, line, slider, stack } from "@humpty/display";
import { exp } from "@humpty/model";
import { squared } from "./ideal.ts";

/** Any number in, a number between 0 and 1 out. */
export const logistic = (u: number) => 1 / (1 + exp(-u));

const u = slider("score u", { min: -6, max: 6, step: 0.1, value: 1.4 });
const xs = Array.from({ length: 121 }, (_, i) => i / 10 - 6);
const curve = { x: xs, y: xs.map(logistic) };
const here = { x: [u], y: [logistic(u)] };

const some = [-5, -1, 0, 1, 5];
const outputs = some.map(logistic);
const names = some.map((score) => `${score}`.replace("-", "−"));
export const [, atMinus1 = 0, at0 = 0, at1 = 0, at5 = 0] = outputs;
export const [at1_4, at10] = [1.4, 10].map(logistic);
export const right = squared([5, 1].map(logistic), [0.8, 0.2]);
export const wrong = squared([0, 1].map(logistic), [0.8, 0.2]);

const title = `logistic(${u}) = ${logistic(u).toFixed(3)}`.replace("-", "−");
export default stack(
  line({ logistic: curve, "your score": here }, { title, x: "score u", y: "output" }),
  bars(names, outputs, { title: "five scores, squashed", digits: 3 }),
);
