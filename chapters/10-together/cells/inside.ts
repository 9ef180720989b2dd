import { choice, heads } from "@humpty/display";
import { whole } from "./trained.ts";
import { begun } from "./write.ts";

const block = choice("block", { options: ["1", "2"] });
const { gpt, tokenizer } = whole;
const weights = gpt.attentions(begun)[Number(block) - 1];
if (!weights) throw new Error(`there is no block ${block}`);
export default heads(
  weights,
  begun.map((id) => tokenizer.token(id)),
);
