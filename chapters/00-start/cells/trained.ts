import { line } from "@humpty/display";
import { learn, percentRight } from "./learn.ts";
import { makeNetwork } from "./model.ts";
import { known } from "./things.ts";

export const trained = makeNetwork(6);
export const before = percentRight(trained);
const losses = learn(trained, "6 hidden neurons");
export const firstLoss = losses[0] ?? 0;
export const lastLoss = losses.at(-1) ?? 0;
export const onKnown = percentRight(trained, known);
export const onUnseen = percentRight(trained);
export default line({ loss: losses }, { x: "step", y: "loss" });
