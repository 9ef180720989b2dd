import { branch, slider, text, written } from "@humpty/display";
import { gpt2, tokenizer } from "./gpt2.ts";
import { write } from "./writing.ts";

const beginning = text("beginning", { value: "All the king's horses" });
const temperature = slider("temperature", { min: 0.1, max: 2, step: 0.1, value: 0.7 });
const count = slider("tokens", { min: 5, max: 100, step: 5, value: 20 });
const seed = slider("throw", { min: 1, max: 20, step: 1, value: 1 });

export const begun =
  tokenizer?.encode(beginning || "\n").slice(-(gpt2?.config.context ?? 1)) ?? [];
export const prompt = begun.map((id) => tokenizer?.token(id) ?? "");
const taken = branch(`after ${beginning}`, {
  vocabulary: gpt2?.config.vocabulary ?? 1,
});
const manner = { how: "by chance", topK: 40, temperature, seed, count } as const;
export default gpt2 && tokenizer
  ? written(`after ${beginning}`, {
      ...{ prompt, taken: taken.length },
      tokens: write(gpt2, tokenizer, begun, taken, manner),
    })
  : "Give GPT-2's file to the cell above.";
