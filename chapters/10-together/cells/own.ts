import { finishing, kept, progress } from "@humpty/display";
import { evaluate, prepare, recipes, train } from "@humpty/model";
import { keepAll, look, points } from "./curves.ts";
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
// "Finish here" ends the loop below.
const training = train({ ...options, signal: finishing() });
const curve = points(await kept("curve"), training.step);
const start = text.slice(0, 12);
look(curve, prepared, start, training.step);
progress(training.step, recipe.steps);

const { batch, context } = recipes[recipe.size];
let [saved, pause] = [performance.now(), 1000];
for await (const { step, loss, heldOut, tokensPerSecond = 1 } of training) {
  const left = ((recipe.steps - step) * batch * context) / tokensPerSecond;
  const speed = `${Math.round(tokensPerSecond)} tokens a second`;
  progress(step, recipe.steps, `${speed}, ${Math.ceil(left)} s to go`);
  if (heldOut !== undefined) {
    curve.push([step, loss, heldOut]);
    look(curve, prepared, start, step);
  }
  if (performance.now() - saved < pause) continue;
  const size = await keepAll(training.checkpoint(notes), curve);
  // A large one is kept less often.
  [saved, pause] = [performance.now(), Math.max(1000, size / 4000)];
}
await keepAll(training.checkpoint(notes), curve);
look(curve, prepared, start, training.step);
export const last = evaluate(model, options.evaluate?.batches ?? []);
