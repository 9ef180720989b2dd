import { choice, slider, toggle } from "@humpty/display";
import { type Ingredient, off } from "./lab.ts";

const ingredients = Object.keys(off).slice(1) as Ingredient[];
/** Each of these is switched off in a GPT of its own. */
export const without = ingredients.filter((one) =>
  toggle(one, { value: one === "residual connections" }),
);
if (without.length > 5)
  throw new Error("The chart has room for five at a time: untick some.");

const first = slider("first seed", { min: 1, max: 9, step: 1, value: 1 });
const count = slider("seeds", { min: 1, max: 5, step: 1, value: 1 });
export const seeds = Array.from({ length: count }, (_, i) => first + i);
export const steps = Number(choice("steps", { options: ["1000", "4000"] }));

const trainings = (1 + without.length) * count;
export default `${trainings} trainings of ${steps} steps, all nine among them`;
