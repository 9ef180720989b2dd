import { bars } from "@humpty/display";
import { exp } from "@humpty/model";
import { words } from "./mixture.ts";
import { u1, u2, u3 } from "./scores.ts";

export const e1 = exp(u1);
export const e2 = exp(u2);
export const e3 = exp(u3);
const total = e1 + e2 + e3;

export const a1 = e1 / total;
export const a2 = e2 / total;
export const a3 = e3 / total;
export const sum = a1 + a2 + a3;

export default bars(words, [a1, a2, a3], {
  title: "how much “sat” listens to each word",
});
