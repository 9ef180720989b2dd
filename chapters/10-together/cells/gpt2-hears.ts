import { heads, slider } from "@humpty/display";
import { gpt2 } from "./gpt2.ts";
import { begun, prompt } from "./gpt2-writes.ts";

const block = slider("block", { min: 1, max: 48, step: 1, value: 6 });
const all = begun.length > 0 ? gpt2?.attentions(begun) : undefined;
const seen = all?.[Math.min(block, all.length) - 1];
export default seen ? heads(seen, prompt) : "And here its heads will be.";
