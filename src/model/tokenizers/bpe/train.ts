import { toBytes } from "../bytes.ts";
import { Heap } from "../heap.ts";
import { gpt2Pieces } from "./pieces.ts";

/** One step of training: the most frequent pair of neighbours becomes a token. */
export interface Merge {
  /** The two tokens that become one. */
  pair: readonly [number, number];
  /** The new token. */
  token: number;
  /** How often the pair stood in the text; "aaa" has "aa" twice. */
  count: number;
  /** How many tokens the text has now. */
  length: number;
}

interface Word {
  tokens: number[];
  count: number;
}

interface Pair {
  left: number;
  right: number;
  count: number;
  /** The words that hold the pair, or did. */
  words: Set<Word>;
}

/**
 * Learns merges from a text, one at a time (Sennrich et al. 2016, over bytes as in GPT-2): always the most frequent pair, of equals the one with the
 * smaller left token, then the smaller right one. Ends when no pair stands in the text twice. Counts are kept up to date, so that a step costs as much as
 * there are words that hold its pair.
 */
export function* learnMerges(text: string): Generator<Merge, void, undefined> {
  const words = countWords(text);
  const pairs = new Map<number, Pair>();
  const heap = new Heap<Pair>(
    (a, b) =>
      a.count > b.count || (a.count === b.count && (a.left - b.left || a.right - b.right) < 0),
  );
  const changed = new Set<Pair>();
  const add = (word: Word, sign: 1 | -1) => {
    for (let i = 0; i + 1 < word.tokens.length; i++) {
      const pair = pairOf(pairs, word.tokens[i] ?? 0, word.tokens[i + 1] ?? 0);
      pair.count += sign * word.count;
      if (sign === 1) pair.words.add(word);
      changed.add(pair);
    }
  };
  // The heap holds copies, each true when it was made; one that is no longer true is passed over.
  const settle = () => {
    for (const pair of changed) if (pair.count > 1) heap.add({ ...pair });
    changed.clear();
  };

  let length = 0;
  for (const word of words) {
    add(word, 1);
    length += word.tokens.length * word.count;
  }
  settle();
  let token = 256;
  for (let best = heap.take(); best !== undefined; best = heap.take()) {
    const { left, right, count } = best;
    const pair = pairOf(pairs, left, right);
    if (pair.count !== count) continue;
    for (const word of pair.words) {
      const tokens = merge(word.tokens, left, right, token);
      if (tokens.length === word.tokens.length) continue;
      add(word, -1);
      length -= (word.tokens.length - tokens.length) * word.count;
      word.tokens = tokens;
      add(word, 1);
    }
    pair.words.clear();
    settle();
    yield { pair: [left, right], token, count, length };
    token++;
  }
}

/** Tokens with each pair, from the left, replaced by one. */
export function merge(
  tokens: readonly number[],
  left: number,
  right: number,
  token: number,
): number[] {
  const merged: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const both = tokens[i] === left && tokens[i + 1] === right;
    merged.push(both ? token : (tokens[i] ?? 0));
    if (both) i++;
  }
  return merged;
}

function countWords(text: string): Word[] {
  const counts = new Map<string, number>();
  for (const piece of gpt2Pieces(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return [...counts].map(([piece, count]) => ({ tokens: toBytes(piece), count }));
}

function pairOf(pairs: Map<number, Pair>, left: number, right: number): Pair {
  const key = left * 0x1000000 + right;
  let pair = pairs.get(key);
  if (pair === undefined) {
    pair = { left, right, count: 0, words: new Set() };
    pairs.set(key, pair);
  }
  return pair;
}
