import { keep, kept, progress, show } from "@humpty/display";
import { generate, prepare, Random, recipes, train } from "@humpty/model";
import { curves, points } from "./curves.ts";
import { text } from "./material.ts";
import { recipe } from "./recipe.ts";

/** Where it was when it was stopped or its page was closed. */
const from = await kept("training");
const prepared = prepare(text, from ? { from } : recipe);
export const { model, tokenizer, options, notes } = prepared;
const training = train(options);
const curve = points(await kept("curve"), training.step);

/** Shows how far it is, and what the model writes by now. */
function look() {
  show(curves(curve), "curves");
  const begun = tokenizer.encode(text.slice(0, 12));
  const chance = { temperature: 0.8, random: new Random(1) };
  const more = [...generate(model, begun, { count: 40, ...chance })];
  show(
    `After ${training.step} steps: ${tokenizer.decode([...begun, ...more])}`,
    "sample",
  );
}
const { batch, context } = recipes[recipe.size];
let saved = performance.now();
if (training.step > 0) look();
for await (const { step, loss, heldOut, tokensPerSecond = 1 } of training) {
  const left = ((recipe.steps - step) * batch * context) / tokensPerSecond;
  const speed = `${Math.round(tokensPerSecond)} tokens a second`;
  progress(step, recipe.steps, `${speed}, ${Math.ceil(left)} s to go`);
  if (heldOut !== undefined) curve.push([step, loss, heldOut]);
  if (heldOut !== undefined) look();
  if (step < recipe.steps && performance.now() - saved < 1000) continue;
  saved = performance.now();
  const bytes = training.checkpoint(notes);
  const written = new TextEncoder().encode(JSON.stringify(curve));
  await keep("curve", written)
    .then(() => keep("training", bytes))
    .catch(({ message }) => show(`It goes on, but is not kept: ${message}`, "kept"));
}
export const last = curve.at(-1)?.[2] ?? 0;
