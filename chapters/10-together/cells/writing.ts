import * as humpty from "@humpty/model";

export interface Manner extends humpty.SamplingOptions {
  how: "by chance" | "the likeliest" | "beam search";
  seed: number;
  count: number;
}
type Tokenizer = Pick<humpty.BytePairTokenizer, "token">;

/** Tokens that go on: those that were taken, then its own; each with its rivals. */
export function write(
  model: humpty.GPT,
  tokenizer: Tokenizer,
  begun: readonly number[],
  taken: readonly number[],
  { how, seed, count, ...sampling }: Manner,
) {
  const predict = humpty.predictor(model.eval());
  const random = new humpty.Random(seed);
  let path = taken;
  if (how === "beam search") {
    const more = { width: 4, count: count - taken.length };
    const [best] = humpty.beamSearch(predict, [...begun, ...taken], more);
    path = [...taken, ...(best?.tokens ?? [])];
  }
  const ids = [...begun];
  return Array.from({ length: count }, (_, i) => {
    const all = humpty.chances(predict(ids), sampling);
    const drawn =
      how === "by chance" ? humpty.pick(all, random) : humpty.likeliest(all);
    const id = path[i] ?? drawn;
    ids.push(id);
    const told = (one: number) => ({
      ...{ id: one, text: tokenizer.token(one), probability: all[one] ?? 0 },
    });
    const best = [...all.keys()].sort((a, b) => (all[b] ?? 0) - (all[a] ?? 0) || a - b);
    return {
      ...told(id),
      others: best
        .filter((one) => all[one])
        .slice(0, 8)
        .map(told),
    };
  });
}
export default "write(…) writes, and tells what else it thought of.";
