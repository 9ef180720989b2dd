import { Embedding, Linear, type Random, rhyme, SelfAttention } from "@humpty/model";

export const wordsOf = (text: string) => text.toLowerCase().match(/[a-z']+/g) ?? [];
export const vocabulary = ["·", ...new Set(wordsOf(rhyme))]; // the dot: no known word
export const idOf = (word: string) => Math.max(0, vocabulary.indexOf(word));
const size = vocabulary.length;

/** Reads the last words side by side, as many as it has slots; scores the next. */
export function slotted(slots: number, random: Random) {
  const embed = new Embedding(size, 8, { random });
  const hidden = new Linear(slots * 8, 16, { random });
  const answer = new Linear(16, size, { random });
  const forward = (ids: number[]) => {
    const all = [...new Array<number>(slots).fill(0), ...ids]; // empty slots before it
    const x = embed.forward(ids.map((_, i) => all.slice(i + 1, i + 1 + slots)));
    return answer.forward(hidden.forward(x.reshape([-1, slots * 8])).relu());
  };
  return { parts: [embed, hidden, answer], forward };
}
/** The last word asks all words so far; scores the next. */
export function listening(random: Random) {
  const embed = new Embedding(size, 16, { random });
  const sizes = { inputs: 16, keys: 8, outputs: 16, causal: true };
  const attention = new SelfAttention({ ...sizes, random });
  const answer = new Linear(16, size, { random });
  const attend = (ids: number[]) => attention.attend(embed.forward(ids));
  const forward = (ids: number[]) => answer.forward(attend(ids).output);
  return { parts: [embed, attention, answer], forward, attend };
}
export default vocabulary.join(" ");
