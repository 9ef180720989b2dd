import { heads, slider, stack } from "@humpty/display";
import { gpt2 } from "./gpt2.ts";
import { begun, prompt } from "./gpt2-writes.ts";

const block = slider("block", { min: 1, max: 48, step: 1, value: 6 });
const all = (begun.length > 0 && gpt2?.attentions(begun)) || [];
const shown = Math.min(block, all.length);
const seen = all[shown - 1];
export default seen
  ? stack(`Block ${shown} of ${all.length}`, heads(seen, prompt))
  : "And here its heads will be.";
