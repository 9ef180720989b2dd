import { branch, choice, slider, text, written } from "@humpty/display";
import { whole } from "./trained.ts";
import { write } from "./writing.ts";

const beginning = text("beginning", { value: "Shall I compare" });
const how = choice("how", { options: ["by chance", "the likeliest", "beam search"] });
const temperature = slider("temperature", { min: 0.1, max: 2, step: 0.1, value: 0.7 });
const topK = slider("top-k", { min: 1, max: 50, step: 1, value: 20 });
const topP = slider("top-p", { min: 0.05, max: 1, step: 0.05, value: 1 });
const seed = slider("throw", { min: 1, max: 20, step: 1, value: 1 });

const { gpt, tokenizer } = whole;
export const begun = tokenizer.encode(beginning || "\n").slice(-12);
// At each token, you may take another way.
const taken = branch(`after ${beginning}`, { vocabulary: tokenizer.size });
const manner = { how, temperature, topK, topP, seed, count: 40 };
const tokens = write(gpt, tokenizer, begun, taken, manner);
export default written(`after ${beginning}`, {
  prompt: begun.map((id) => tokenizer.token(id)),
  ...{ tokens, taken: taken.length },
});
