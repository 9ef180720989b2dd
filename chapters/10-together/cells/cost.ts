import { slider, table } from "@humpty/display";

const speed = slider("billion operations a second", {
  min: 5,
  max: 100,
  step: 5,
  value: 20,
});
/** For each parameter and token: two operations forward, four backward. */
const operations = (parameters: number, tokens: number) => 6 * parameters * tokens;
/** Parameters and training tokens, in billions. */
const models = {
  "GPT-2, the smallest, on 10 billion tokens": [0.124, 10],
  "GPT-3": [175, 300],
  "Llama 3.1, the largest": [405, 15_600],
} as const;
const year = 365 * 24 * 3600;
const rows = Object.entries(models).map(([model, [parameters, tokens]]) => {
  const all = operations(parameters * 1e9, tokens * 1e9);
  return {
    model,
    "for a token": operations(parameters * 1e9, 1).toExponential(1),
    "for all": all.toExponential(1),
    "years here": all / (speed * 1e9) / year,
  };
});
const [gpt2 = 0, , last = 0] = rows.map((row) => row["years here"]);

export { gpt2 };
export const millions = last / 1e6; // of years
export default table(rows, { title: "operations to train", digits: 0 });
