import { bars, pieces, slider, stack, text } from "@humpty/display";
import { tokenizer } from "./encode.ts";
import { network, turn } from "./turn.ts";

const start = text("a text", { value: "humpty dumpty sat on a" });
const turns = slider("turns", { min: 1, max: 12, step: 1, value: 1 });

let ids = tokenizer.encode(start);
for (let done = 1; done < turns; done++) ids = turn(ids).longer;
const { scores, longer } = turn(ids); // the last turn, drawn below
export const said = tokenizer.decode(longer);

const columns = ids.map((id) => {
  return {
    text: tokenizer.token(id),
    id,
    column: network.embed.forward([id]).toList(),
  };
});
const order = scores.map((score, id) => ({ score, id }));
const top = order.sort((a, b) => b.score - a.score).slice(0, 5);
const names = top.map(({ id }) => `${tokenizer.token(id).replace(" ", "␣")} (${id})`);
const values = top.map(({ score }) => score);
const title = `a score for each of ${tokenizer.size} tokens: the five largest`;
export const size = tokenizer.size;
export default stack(
  pieces(columns, { title: "text → tokens → numbers → columns" }),
  bars(names, values, { title: `→ network → ${title}`, digits: 1 }),
  `→ text: ${said}`,
);
