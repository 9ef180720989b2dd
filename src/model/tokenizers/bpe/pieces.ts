/**
 * GPT-2's pre-tokenizer (Radford et al. 2019, the released `encoder.py`): English contractions, words, numbers and other signs, each with the space before
 * it; of several spaces the last goes with what follows. `\s` is written \p{White_Space}, which it means in the original's Python: JavaScript's own
 * counts U+FEFF in and U+0085 out.
 */
const pattern =
  /'(?:[stmd]|re|ve|ll)| ?\p{L}+| ?\p{N}+| ?[^\p{White_Space}\p{L}\p{N}]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu;

/** The pieces of a text that merges stay within. Joined, they are the text. */
export function gpt2Pieces(text: string): string[] {
  return text.match(pattern) ?? [];
}
