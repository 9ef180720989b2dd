import { choice, tokens } from "@humpty/display";
import { scope } from "@humpty/model";
import { spell, text } from "./letters.ts";
import { makeWriter } from "./writer.ts";

/** Asks for the next character, adds it to what was said, and asks again. */
export function recite({ forward, characters }: ReturnType<typeof makeWriter>) {
  const said = text.slice(0, characters);
  while (said.length < text.length)
    said.push(scope(() => forward([said.slice(-characters)]).argmax()[0] ?? 0));
  return said;
}
const options = ["8", "12", "16"];
const sees = choice("characters it sees", { options, value: "12" });
const recited = options.map((option) => {
  const writer = makeWriter(Number(option));
  writer.learn(500);
  return recite(writer);
});
const rights = recited.map((said) => said.filter((one, i) => one === text[i]).length);
export const [right8 = 0, right12 = 0, right16 = 0] = rights;
export const length = text.length;

const said = recited[options.indexOf(sees)] ?? [];
const shown = said.map((one, i) => ({
  text: spell([one]).replace(" ", "␣"),
  ...(one === text[i] ? {} : { mark: true }), // what differs from the rhyme is shaded
}));
export default tokens(shown);
