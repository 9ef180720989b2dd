import { pieces, stack } from "@humpty/display";
import { sonnets, splitData, WordTokenizer } from "@humpty/model";
import { wordsOf } from "./sizes.ts";

const lines = splitData((await sonnets()).split("\n"));
/** Nine tenths of the sonnets to learn from, and the last tenth, kept apart. */
export const parts = lines.map((some) => `${some.join("\n")}\n`);
const [known = "", unseen = ""] = parts;

let message = "";
try {
  new WordTokenizer(known).encode(unseen);
} catch (error) {
  if (error instanceof Error) message = error.message;
}
// The usual way out: one token for all unknown words together.
const tokenizer = new WordTokenizer(known.toLowerCase(), { unknown: "[unknown]" });
const shown = unseen.split("\n").slice(0, 5).join("\n").toLowerCase();
const said = tokenizer.encode(shown).map((id) => tokenizer.token(id));

const learned = new Set(wordsOf(known));
const list = wordsOf(unseen);
export const news = list.filter((word) => !learned.has(word)).length;
export const percent = (100 * news) / list.length;
export default stack(
  message,
  pieces(said.map((text) => ({ text, mark: text === "[unknown]" }))),
);
