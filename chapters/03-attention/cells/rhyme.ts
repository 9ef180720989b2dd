import { stack, text, tokens } from "@humpty/display";
import { Random } from "@humpty/model";
import { next, practice, type Reader } from "./practice.ts";
import { idOf, listening, slotted, vocabulary, wordsOf } from "./readers.ts";

const six = practice(slotted(6, new Random(1)), "six slots");
const listener = practice(listening(new Random(1)), "listening");

const start = text("beginning", { value: "Humpty Dumpty sat again on a" });
const [first = "humpty", ...others] = wordsOf(start);
const begun = [first, ...others].map(idOf);
const said = (ids: number[]) => ids.map((id) => vocabulary[id] ?? "");

/** The next seven words, each from all before it. */
function goOn(reader: Reader) {
  const ids = [...begun];
  for (let i = 0; i < 7; i++) ids.push(next(reader, ids));
  return said(ids.slice(-7));
}
const [bySix, byListener] = [goOn(six), goOn(listener)];
export const [[wrong], [right]] = [bySix, byListener];

const weights = listener.attend(begun).weights.row(others.length); // of the last word
const heard = said(begun).map((text, i) => ({ text, weight: weights.at(i) }));
export default stack(
  tokens(bySix, { title: "six slots go on" }),
  tokens(byListener, { title: "listening goes on" }),
  tokens(heard, { title: `whom “${said(begun).at(-1)}” heard` }),
);
