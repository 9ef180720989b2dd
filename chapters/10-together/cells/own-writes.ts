import { branch, slider, text, written } from "@humpty/display";
import { start } from "./material.ts";
import { model, tokenizer } from "./own.ts";
import { write } from "./writing.ts";

const beginning = text("beginning", {
  value: start.split("\n")[0]?.slice(0, 30) ?? "",
});
const temperature = slider("temperature", { min: 0.1, max: 2, step: 0.1, value: 0.8 });
const seed = slider("throw", { min: 1, max: 20, step: 1, value: 1 });

const begun = tokenizer.encode(beginning || "\n");
const taken = branch(`after ${beginning}`, { vocabulary: tokenizer.size });
const manner = { how: "by chance", temperature, seed, count: 40 } as const;
const tokens = write(model, tokenizer, begun, taken, manner);
export default written(`after ${beginning}`, {
  ...{ prompt: beginning, tokens, taken: taken.length },
});
