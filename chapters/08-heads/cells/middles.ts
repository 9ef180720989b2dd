import { Block, MultiHeadAttention, type Random } from "@humpty/model";

/** Attention with so many heads, of 32 numbers in all. */
export const heard = (heads: number) => (random: Random) =>
  new MultiHeadAttention(32, { heads, causal: true, random });

/** The same, and after it a layer that thinks about what was heard. */
export const block = (heads: number) => (random: Random) =>
  new Block(32, { heads, causal: true, random });
export default "heard(heads) and block(heads): what a Speller may have in its middle.";
