import { choice, slider } from "@humpty/display";
import { recipes } from "@humpty/model";

const size = choice("size", { options: ["tiny", "small", "medium"] });
const steps = slider("steps", { min: 100, max: 3000, step: 100, value: 600 });
const seed = slider("seed", { min: 1, max: 9, step: 1, value: 1 });

export const recipe = { size, steps, seed };
const { layers, heads, channels, context } = recipes[size];
const parts = `${layers} blocks with ${heads} heads, vectors of ${channels} numbers`;
export default `${parts}, ${context} tokens at a time`;
