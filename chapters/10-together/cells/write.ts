import { bars, slider, stack, text, tokens } from "@humpty/display";
import { chances, generate, noGrad, Random, scope } from "@humpty/model";
import { whole } from "./trained.ts";

const beginning = text("beginning", { value: "Shall I compare" });
const temperature = slider("temperature", { min: 0.1, max: 2, step: 0.1, value: 0.7 });
const topK = slider("only the likeliest", { min: 1, max: 50, step: 1, value: 20 });
const seed = slider("throw", { min: 1, max: 20, step: 1, value: 1 });

const { gpt, tokenizer } = whole;
export const begun = tokenizer.encode(beginning || "\n").slice(-12);
const chosen = { temperature, topK };
const dice = { ...chosen, count: 40, random: new Random(seed) };
const written = [...generate(gpt.eval(), begun, dice)];

// What could have come first instead.
const all = scope(() => noGrad(() => gpt.forward([begun]).row(0).toRows().at(-1)));
const next = chances(all ?? [], chosen).map((chance, id) => ({ id, chance }));
const top = next.sort((a, b) => b.chance - a.chance).slice(0, 8);
const names = top.map(({ id }) => tokenizer.token(id).replace(/ /g, "␣"));
export default stack(
  tokens([...begun, ...written].map((id) => tokenizer.token(id))),
  bars(
    names,
    top.map(({ chance }) => chance),
    { title: "what may come next" },
  ),
);
