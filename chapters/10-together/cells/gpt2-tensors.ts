import { choice, heatmap, slider, stack } from "@humpty/display";
import { gpt2 } from "./gpt2.ts";

const meanings = {
  "tokens.weight":
    "a vector for each token (chapter 01); also the last layer (chapter 10)",
  "positions.weight": "a vector for each place (chapter 09)",
  "norm1.weight": "the scales of the norm before attention (chapter 06)",
  "norm1.bias": "what that norm adds (chapter 06)",
  "attention.qkv.weight":
    "makes queries, keys and values, for all heads (chapters 03, 08)",
  "attention.qkv.bias": "what is added to queries, keys and values (chapter 03)",
  "attention.projection.weight": "joins what the heads say (chapter 08)",
  "attention.projection.bias": "what is added to it (chapter 08)",
  "norm2.weight": "the scales of the norm before the second box (chapter 06)",
  "norm2.bias": "what that norm adds (chapter 06)",
  "feedForward.expand.weight": "the wide layer, in which each word thinks (chapter 00)",
  "feedForward.expand.bias": "what the wide layer adds (chapter 00)",
  "feedForward.contract.weight": "the layer back (chapter 00)",
  "feedForward.contract.bias": "what the layer back adds (chapter 00)",
  "norm.weight": "the scales of the last norm (chapter 06)",
  "norm.bias": "what the last norm adds (chapter 06)",
};
const options = Object.keys(meanings) as (keyof typeof meanings)[];
const part = choice("tensor", { options });
const block = slider("block", { min: 1, max: 48, step: 1, value: 1 });
const all = new Map(gpt2?.namedParameters());
const layers = gpt2?.config.layers ?? 1;
const shown = Math.min(block, layers);
const inBlock = `blocks.${shown - 1}.${part}`;
const found = all.get(part) ?? all.get(inBlock);
/** The first 16 numbers of each of the first 16 rows. */
const corner = found?.shape.reduce(
  (some, size, axis) => some.slice(axis, 0, Math.min(16, size)),
  found.detach(),
);
const size = found?.shape.join(" × ");
const where = all.has(part) ? "" : `, block ${shown} of ${layers}`;
const first = corner?.shape.join(" × ");
const told = `${meanings[part]}${where}: ${size} numbers; the first ${first}:`;
export default corner
  ? stack(told, heatmap(corner))
  : `${meanings[part]}; its numbers come with GPT-2's file.`;
