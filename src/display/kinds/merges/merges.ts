import {
  brand,
  cut,
  limits,
  readArray,
  readFields,
  readNumber,
  readOptionalString,
  readString,
} from "../kind.ts";
import { seen } from "../pieces/pieces.ts";

/** Words whose letters were joined step by step: each joined piece lies on the two that it was made from. */
export interface MergesDisplay {
  kind: "merges";
  title?: string;
  /** The pieces of each word, from left to right. */
  words: Joined[][];
  /** How many words are left out. */
  more?: number;
}

export interface Joined {
  text: string;
  /** The two pieces that it was joined from; a letter has none. */
  from?: [Joined, Joined];
  /** Which step joined them. */
  step?: number;
  /** How often the two stood side by side when it did. */
  count?: number;
  /** Brought out, as what is new. */
  mark?: boolean;
}

/** A piece as a cell gives it. */
export interface JoinedParts {
  text: string;
  from?: readonly [JoinedParts, JoinedParts] | undefined;
  step?: number;
  count?: number;
  mark?: boolean;
}

/** No display has more: a word must fit a phone, and a page has no more room. */
export const most = { words: 40, letters: 12, bricks: 600, text: 32 };

/**
 * Words whose letters were joined step by step. Each word is a list of pieces `{ text, from, step, count, mark }`; `from` are the two pieces that one was
 * joined from. Words that are too long, or too many, are left out, and it is said how many.
 */
export function merges(
  words: readonly (readonly JoinedParts[])[],
  { title }: { title?: string } = {},
): MergesDisplay {
  const budget = { bricks: most.bricks };
  const kept: Joined[][] = [];
  for (const word of words) {
    if (kept.length === most.words) break;
    const left = { ...budget };
    const taken = attempt(() => word.map((piece) => take(piece, left)));
    if (taken === undefined || lettersOf(taken) > most.letters || taken.length === 0) continue;
    budget.bricks = left.bricks;
    kept.push(taken);
  }
  return brand({
    kind: "merges",
    ...(title === undefined ? {} : { title: cut(String(title), limits.label) }),
    words: kept,
    ...(words.length > kept.length ? { more: words.length - kept.length } : {}),
  });
}

/** Thrown where a piece is made of more than can be drawn, or of itself. */
class TooLarge extends Error {}

const tooLarge = () =>
  new TooLarge(`merges: at most ${most.letters} letters of a word can be drawn`);

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

function take(piece: JoinedParts, budget: { bricks: number }, depth = 0): Joined {
  if (--budget.bricks < 0 || depth >= most.letters) throw tooLarge();
  const { text, from, step, count, mark } = piece;
  return {
    text: cut(String(text), most.text),
    ...(from === undefined
      ? {}
      : { from: [take(from[0], budget, depth + 1), take(from[1], budget, depth + 1)] }),
    ...(step === undefined ? {} : { step: Number(step) }),
    ...(count === undefined ? {} : { count: Number(count) }),
    ...(mark === true ? { mark } : {}),
  };
}

const lettersOf = (word: readonly Joined[]): number =>
  word.reduce((sum, { from }) => sum + (from === undefined ? 1 : lettersOf(from)), 0);

export function readMerges(raw: unknown): MergesDisplay {
  const { title, words, more } = readFields(raw, "merges");
  const name = readOptionalString(title, "merges: title", limits.label);
  const budget = { bricks: most.bricks };
  const read = (raw: unknown, what: string, depth: number): Joined => {
    const { text, from, step, count, mark } = readFields(raw, what);
    if (--budget.bricks < 0 || depth >= most.letters) throw tooLarge();
    const pair =
      from === undefined
        ? undefined
        : readArray(from, what, 2, (one, at) => read(one, at, depth + 1));
    const [left, right] = pair ?? [];
    if (pair !== undefined && (left === undefined || right === undefined))
      throw new Error(`${what}: a piece is joined from two`);
    return {
      text: readString(text, what, most.text),
      ...(left === undefined || right === undefined ? {} : { from: [left, right] }),
      ...(step === undefined ? {} : { step: readNumber(step, what) }),
      ...(count === undefined ? {} : { count: readNumber(count, what) }),
      ...(mark === true ? { mark } : {}),
    };
  };
  const list = readArray(words, "merges", most.words, (word, at) => {
    const pieces = readArray(word, at, most.letters, (one, place) => read(one, place, 0));
    if (pieces.length === 0 || lettersOf(pieces) > most.letters) throw tooLarge();
    return pieces;
  });
  return {
    kind: "merges",
    ...(name === undefined ? {} : { title: name }),
    words: list,
    ...(typeof more === "number" && more > 0 ? { more } : {}),
  };
}

export function mergesToText({ title, words, more }: MergesDisplay): string {
  const write = ({ text, from, step }: Joined): string =>
    from === undefined
      ? seen(text)
      : `(${from.map(write).join(" ")})${step === undefined ? "" : `#${step}`}`;
  return [
    ...(title === undefined ? [] : [title]),
    ...words.map((word) => word.map(write).join(" | ")),
    ...(more ? [`… ${more} more`] : []),
  ].join("\n");
}
