import { inOrder } from "../check.ts";
import type { Word } from "./words.ts";

/** A candidate for the vocabulary and how often it stands in the text. */
export interface Seed {
  text: string;
  /** How many characters it has. */
  length: number;
  count: number;
}

/**
 * The substrings that training begins with: all single characters, and of the longer ones that stand in the text at least twice the `most` that cover
 * most characters (count times length). One that is always followed by the same character is left to the longer one. Where SentencePiece takes these from a
 * suffix array, here they are counted length by length, going on only from those that were frequent.
 */
export function findSeeds(words: readonly Word[], longest: number, most: number): Seed[] {
  const seeds = new Map<string, Seed>();
  let shorter = new Map<string, number>();
  let places: Place[] = [];
  for (const word of words)
    for (const [start, character] of word.characters.entries()) {
      places.push({ word, start, text: character });
      shorter.set(character, (shorter.get(character) ?? 0) + word.count);
    }
  const singles = [...shorter].map(([text, count]) => ({ text, length: 1, count }));

  for (let length = 2; length <= longest && places.length > 0; length++) {
    const counts = new Map<string, number>();
    places = places.flatMap(({ word, start, text }) => {
      if (!word.joined[start + length - 2]) return [];
      const longer = text + word.characters[start + length - 1];
      counts.set(longer, (counts.get(longer) ?? 0) + word.count);
      return [{ word, start, text: longer }];
    });
    places = places.filter(({ text }) => (counts.get(text) ?? 0) > 1);
    for (const { text, word, start } of places) {
      const count = counts.get(text) ?? 0;
      seeds.set(text, { text, length, count });
      const prefix = word.characters.slice(start, start + length - 1).join("");
      if (shorter.get(prefix) === count) seeds.delete(prefix);
    }
    shorter = counts;
  }
  const longer = [...seeds.values()];
  longer.sort((a, b) => b.count * b.length - a.count * a.length || inOrder(a.text, b.text));
  singles.sort((a, b) => b.count - a.count || inOrder(a.text, b.text));
  return [...singles, ...longer.slice(0, most)];
}

interface Place {
  word: Word;
  start: number;
  text: string;
}
