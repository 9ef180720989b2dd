import { progress, table } from "@humpty/display";
import { countParameters, prepare, recipes, train } from "@humpty/model";
import { text } from "./material.ts";

const rows: Record<string, string | number>[] = [];
for (const size of ["tiny", "small", "medium"] as const) {
  progress(rows.length, 3, size);
  const { model, options } = prepare(text, { size });
  const { evaluate: _, ...practice } = options;
  const began = performance.now();
  let speed = 0;
  for await (const { step, tokensPerSecond = 0 } of train(practice)) {
    // The first steps are slow, as everything is new.
    if (step >= 3) speed = tokensPerSecond;
    if (step >= 4 && performance.now() - began > 1000) break;
  }
  const { batch, context } = recipes[size];
  rows.push({
    size,
    parameters: countParameters(model.config),
    "tokens a second": Math.round(speed),
    "seconds for 600 steps": Math.round((600 * batch * context) / speed),
  });
}
export default table(rows, { title: "on the machine that ran this cell" });
