import {
  checkDistinct,
  checkSize,
  checkText,
  checkTokens,
  inOrder,
  isString,
  listOf,
  maybeString,
  place,
  type Saved,
} from "./check.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** How many words are kept, and what stands for the others. */
export interface WordOptions {
  /** Keep this many tokens at most, the most frequent ones. Given a list of words, it has no effect. */
  limit?: number;
  /** What an unknown word becomes, such as "<unk>". It is token 0. Without it, an unknown word is an error. */
  unknown?: string;
}

/** Letters, marks and digits, with apostrophes between them; else each character on its own, spaces too. */
const pattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*|./gsu;

/** One token a word, a punctuation mark, or a space: joined, they are the text again. */
export class WordTokenizer implements Tokenizer {
  readonly #words: readonly string[];
  readonly #ids: ReadonlyMap<string, number>;
  readonly #unknown: string | undefined;

  /**
   * @param from a text, whose distinct words are numbered from the most frequent down (of equals, in JavaScript's order of strings); or a list of words
   * @throws when there are none, or one is there twice
   */
  constructor(from: string | readonly string[], { limit, unknown }: WordOptions = {}) {
    const first = unknown === undefined ? [] : [unknown];
    if (typeof from === "string") {
      checkText("WordTokenizer", from);
      if (limit !== undefined)
        checkSize("WordTokenizer", limit, first.length + 1, "it must hold a word");
      this.#words = [...first, ...byFrequency(from)].slice(0, limit);
    } else {
      if (from.length === 0) throw new Error("WordTokenizer: the list of words is empty");
      this.#words = [...first, ...from];
    }
    checkDistinct("WordTokenizer", this.#words);
    this.#unknown = unknown;
    this.#ids = new Map(this.#words.map((word, id) => [word, id]));
  }

  get size(): number {
    return this.#words.length;
  }

  /** @throws when a word is unknown and there is no token for unknown ones, naming it and its place */
  encode(text: string): number[] {
    const tokens: number[] = [];
    for (const { 0: word, index } of text.matchAll(pattern)) {
      const id = this.#ids.get(word) ?? (this.#unknown === undefined ? undefined : 0);
      if (id === undefined)
        throw new Error(
          `WordTokenizer.encode: unknown word ${JSON.stringify(word)} at ${place(text, index)}: it is none of the ${this.size} words; the option "unknown" would give it a token`,
        );
      tokens.push(id);
    }
    return tokens;
  }

  decode(tokens: readonly number[]): string {
    checkTokens("WordTokenizer.decode", tokens, this.size);
    return tokens.map((id) => this.#words[id]).join("");
  }

  token(id: number): string {
    checkTokens("WordTokenizer.token", [id], this.size);
    return this.#words[id] ?? "";
  }

  save(): string {
    const words = this.#unknown === undefined ? this.#words : this.#words.slice(1);
    return JSON.stringify({ tokenizer: "words", unknown: this.#unknown, words });
  }

  /** @internal `loadTokenizer` brings any tokenizer back. */
  static load(saved: Saved): WordTokenizer {
    const unknown = maybeString(saved, "unknown");
    return new WordTokenizer(listOf(saved, "words", "words", isString), { unknown });
  }
}

function byFrequency(text: string): string[] {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(pattern)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || inOrder(a, b))
    .map(([word]) => word);
}
