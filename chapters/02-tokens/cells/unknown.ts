import { pieces, stack } from "@humpty/display";
import { sonnets, splitData, WordTokenizer } from "@humpty/model";
import { wordsOf } from "./sizes.ts";

const parts = splitData((await sonnets()).split("\n"));
/** Nine tenths of the sonnets to learn from, and the last tenth. */
export const [known = "", unseen = ""] = parts.map((lines) => `${lines.join("\n")}\n`);

let message = "no error";
try {
  new WordTokenizer(known).encode(unseen);
} catch (error) {
  message = String(error);
}
const tokenizer = new WordTokenizer(known.toLowerCase(), { unknown: "unknown word" });
const lines = unseen.split("\n").slice(0, 4).join("\n");
const said = tokenizer.encode(lines.toLowerCase()).map((id) => tokenizer.token(id));

const learned = new Set(wordsOf(known));
const list = wordsOf(unseen);
export const news = list.filter((word) => !learned.has(word)).length;
export const percent = (100 * news) / list.length;
export default stack(
  message,
  pieces(said.map((text) => ({ text, mark: text === "unknown word" }))),
);
