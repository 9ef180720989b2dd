import { keep, kept, progress, show } from "@humpty/display";
import { prepare, recipes, train } from "@humpty/model";
import { look, points } from "./curves.ts";
import { text } from "./material.ts";
import { recipe } from "./recipe.ts";

/** Where it was when it was stopped or its page was closed. */
const from = await kept("training");
function begin() {
  if (!from) return prepare(text, recipe);
  try {
    return prepare(text, { from });
  } catch (error) {
    console.warn("It begins anew:", error);
    return prepare(text, recipe);
  }
}
const prepared = begin();
export const { model, tokenizer, options, notes } = prepared;
const training = train(options);
const curve = points(await kept("curve"), training.step);
if (curve.length > 0) look(curve, prepared, text.slice(0, 12));

const { batch, context } = recipes[recipe.size];
let [saved, pause] = [performance.now(), 1000];
for await (const { step, loss, heldOut, tokensPerSecond = 1 } of training) {
  const left = ((recipe.steps - step) * batch * context) / tokensPerSecond;
  const speed = `${Math.round(tokensPerSecond)} tokens a second`;
  progress(step, recipe.steps, `${speed}, ${Math.ceil(left)} s to go`);
  if (heldOut !== undefined) {
    curve.push([step, loss, heldOut]);
    look(curve, prepared, text.slice(0, 12));
  }
  if (step < recipe.steps && performance.now() - saved < pause) continue;
  const bytes = training.checkpoint(notes);
  // A large one is kept less often.
  [saved, pause] = [performance.now(), Math.max(1000, bytes.length / 4000)];
  const written = new TextEncoder().encode(JSON.stringify(curve));
  await keep("curve", written)
    .then(() => keep("training", bytes))
    .catch(({ message }) => show(`It goes on, but is not kept: ${message}`, "kept"));
}
export const last = curve.at(-1)?.[2] ?? 0;
