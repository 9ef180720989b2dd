import * as humpty from "@humpty/model";

/** What stands in the place of an ingredient that is switched off. */
export const off = {
  nothing: {},
  "trained embeddings": { trainEmbeddings: false },
  subwords: { context: 48 }, // letters, and as many of them as 24 tokens have
  attention: { attention: "none" },
  "cross-entropy": {}, // squares, see below
  "residual connections": { residual: false },
  normalization: { norm: "none" },
  dropout: { dropout: 0 },
  "several heads": { heads: 1 },
  positions: { positions: "none" },
} as const;
export type Ingredient = keyof typeof off;

const [known, kept] = humpty.splitData(await humpty.sonnets(), 0.9);
/** What is practiced, and the beginning of what no model gets to see. */
export const [text, unseen] = [known, kept.slice(0, 6000)];
const letters = new humpty.CharacterTokenizer(known + kept);
const subwords = humpty.BytePairTokenizer.train(known, { size: 256 + 200 });
const sizes = { context: 24, layers: 2, heads: 4, channels: 32, dropout: 0.1 };

/** A GPT without one ingredient, and its tokens. */
export function make(without: Ingredient, seed: number) {
  const tokenizer = without === "subwords" ? letters : subwords;
  const config = { ...sizes, vocabulary: tokenizer.size, ...off[without] };
  return {
    gpt: new humpty.GPT({ ...config, random: new humpty.Random(seed) }),
    tokenizer,
  };
}
export default "make(ingredient, seed) makes a GPT without it.";
