import { generate, Random } from "@humpty/model";
import type { Ingredient } from "./lab.ts";
import { begin } from "./run.ts";
import { whole } from "./trained.ts";

type Variant = ReturnType<typeof begin>;
type Curve = Variant["curve"];

// What was trained here is not trained again when you tick one more.
const begun = new Map<string, Variant>();
begun.set("nothing 1 1000", { ...whole, to: async () => undefined });

/** A training without an ingredient, as far as it has come. */
export function variant(without: Ingredient, seed: number, steps: number): Variant {
  const key = `${without} ${seed} ${steps}`;
  const made = begun.get(key) ?? begin(without, seed, steps);
  begun.set(key, made);
  return made;
}
/** The mean of curves, up to a step. */
export function mean(curves: readonly Curve[], step: number): Curve {
  const x = curves[0]?.x.filter((at) => at <= step) ?? [];
  const sum = (i: number) => curves.reduce((all, { y }) => all + (y[i] ?? 0), 0);
  return { x, y: x.map((_, i) => sum(i) / curves.length) };
}
/** What its model writes. */
export function sample({ gpt, tokenizer }: Variant, seed: number): string {
  const start = tokenizer.encode("Shall I ");
  const chosen = { count: 30, temperature: 0.8, random: new Random(seed) };
  return tokenizer.decode([...start, ...generate(gpt, start, chosen)]);
}
export default "variant(ingredient, seed, steps) is trained once.";
