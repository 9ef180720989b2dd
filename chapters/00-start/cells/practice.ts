import { line, stack, table } from "@humpty/display";
import { lessons, spell, symbols } from "./letters.ts";
import { makeWriter } from "./writer.ts";

export const writer = makeWriter(12);
export const weights = writer.parameters.reduce((sum, { size }) => sum + size, 0);
const losses = writer.learn(500);

const all = lessons(12);
const said = writer.forward(all.map(({ before }) => before)).argmax();
const misses = all.filter(({ next }, i) => said[i] !== next);
export const right = all.length - misses.length;
export const asked = all.length;
export const missed = misses.length;
const seen = (list: number[]) => spell(list).replaceAll(" ", "␣");
export default stack(
  line({ loss: losses }, { x: "step", y: "loss" }),
  table(
    misses.map(({ before, next }) => ({
      "12 characters": seen(before),
      says: symbols[said[all.findIndex((one) => one.before === before)] ?? 0] ?? "",
      "in the rhyme": seen([next]),
    })),
    { title: "what it gets wrong" },
  ),
);
