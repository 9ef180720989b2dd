import { BytePairTokenizer } from "./bpe/bpe.ts";
import { CharacterTokenizer } from "./characters.ts";
import type { Saved } from "./check.ts";
import { UnigramTokenizer } from "./unigram/unigram.ts";
import { WordTokenizer } from "./words.ts";

/** Text to tokens and back. A token is a whole number from 0 to `size` − 1. */
export interface Tokenizer {
  /** How many tokens there are. */
  readonly size: number;
  /** The tokens of a text. @throws when the text holds what the tokenizer has no token for */
  encode(text: string): number[];
  /** The text of tokens. @throws when a number is no token */
  decode(tokens: readonly number[]): string;
  /** One token for people to read: a space may show as ▁, a byte that is no character as <0xE2>. */
  token(id: number): string;
  /** All that `loadTokenizer` needs, as JSON. */
  save(): string;
}

const kinds: Record<string, (saved: Saved) => Tokenizer> = {
  characters: CharacterTokenizer.load,
  words: WordTokenizer.load,
  bpe: BytePairTokenizer.load,
  unigram: UnigramTokenizer.load,
};

/**
 * The tokenizer that `save` wrote down.
 * @throws when the text is not JSON, not a tokenizer, or damaged; it says which field
 */
export function loadTokenizer(json: string): Tokenizer {
  const saved = parse(json);
  const kind = String(saved["tokenizer"]);
  const load = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (load === undefined)
    throw new Error(
      `loadTokenizer: "tokenizer" must be one of ${Object.keys(kinds).join(", ")}; it is ${kind}`,
    );
  return load(saved);
}

function parse(json: string): Saved {
  let saved: unknown;
  try {
    saved = JSON.parse(json);
  } catch (error) {
    throw new Error(
      `loadTokenizer: this is not JSON (${error instanceof Error ? error.message : error})`,
    );
  }
  if (typeof saved !== "object" || saved === null || Array.isArray(saved))
    throw new Error(
      `loadTokenizer: expected the JSON that save() gives, an object; got ${json.slice(0, 40)}`,
    );
  return saved as Saved;
}
