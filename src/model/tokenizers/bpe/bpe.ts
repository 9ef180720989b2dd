import { fromBytes, showBytes, toBytes } from "../bytes.ts";
import {
  checkDistinct,
  checkSize,
  checkText,
  checkTokens,
  isString,
  listOf,
  place,
  type Saved,
} from "../check.ts";
import type { Tokenizer } from "../tokenizer.ts";
import { mergePiece } from "./merge.ts";
import { gpt2Pieces } from "./pieces.ts";
import { anyOf, type Special } from "./special.ts";
import { learnMerges, type Merge } from "./train.ts";

/** What a byte-pair tokenizer has learned. */
export interface BytePairOptions {
  /** The pairs that become tokens 256, 257, …, in the order in which they were learned. */
  merges: readonly (readonly [number, number])[];
  /** Texts that are one token each, numbered after the merges. */
  special?: readonly string[];
  /** The bytes of tokens 0 to 255; byte n is token n when not given. */
  bytes?: readonly number[];
}

/** How many pieces the cache holds before it starts anew. */
const cacheSize = 50_000;

/** How many bytes all tokens may have together (GPT-2's have 320 thousand): a few merges, each of the last with itself, could otherwise fill the memory. */
const mostBytes = 1 << 24;

/**
 * Byte-pair encoding over bytes with GPT-2's pre-tokenizer (Sennrich et al. 2016; Radford et al. 2019, section 2.2). It has tokens for any text, and gives
 * any string back as it was. A lone surrogate is written as the three bytes of its code point and so comes back too; OpenAI's own code would make it �.
 */
export class BytePairTokenizer implements Tokenizer {
  readonly merges: readonly (readonly [number, number])[];
  readonly special: readonly string[];
  /** The token of each byte. */
  readonly #ofByte: number[] = [];
  /** The bytes of each token. */
  readonly #bytes: (readonly number[])[];
  readonly #merged = new Map<number, number>();
  readonly #cache = new Map<string, readonly number[]>();
  readonly #pattern: RegExp;
  #total = 0;

  /** @throws when a merge is of tokens that are not there yet, or there twice, or `bytes` are not all 256 */
  constructor({ merges, special = [], bytes }: BytePairOptions) {
    this.merges = merges;
    this.special = special;
    const order = bytes ?? Array.from({ length: 256 }, (_, byte) => byte);
    for (const [token, byte] of order.entries()) this.#ofByte[byte] = token;
    if (
      order.length !== 256 ||
      this.#ofByte.length !== 256 ||
      Object.keys(this.#ofByte).length !== 256
    )
      throw new Error("BytePairTokenizer: bytes must be the numbers 0 to 255 in some order");
    this.#bytes = order.map((byte) => [byte]);
    for (const [i, [left, right]] of merges.entries()) this.#learn(256 + i, left, right);
    checkDistinct("BytePairTokenizer: special", special);
    if (special.includes("")) throw new Error("BytePairTokenizer: a special token has no text");
    for (const text of special) this.#bytes.push(toBytes(text));
    this.#pattern = anyOf(special);
  }

  /**
   * Learns a vocabulary from a text. It is smaller than `size` when there is nothing more to learn: no pair stands in the text twice.
   * @param size how many tokens: 256 bytes, merges, and special ones
   * @param onMerge is told each merge as it is learned
   * @throws when the text is empty, or `size` has no room for 256 bytes and the special tokens
   */
  static train(
    text: string,
    {
      size,
      special = [],
      onMerge,
    }: { size: number; special?: readonly string[]; onMerge?: (merge: Merge) => void },
  ): BytePairTokenizer {
    const least = 256 + special.length;
    checkSize("BytePairTokenizer.train", size, least, "256 bytes and the special tokens are in it");
    const merges: (readonly [number, number])[] = [];
    for (const merge of BytePairTokenizer.steps(text, { size: size - special.length })) {
      merges.push(merge.pair);
      onMerge?.(merge);
    }
    return new BytePairTokenizer({ merges, special });
  }

  /** The merges of `train` one by one, for whoever wants to watch: `new BytePairTokenizer({ merges })` of the pairs so far can be had at any step. */
  static *steps(text: string, { size }: { size: number }): Generator<Merge, void, undefined> {
    checkText("BytePairTokenizer.steps", text);
    checkSize("BytePairTokenizer.steps", size, 256, "each of the 256 bytes is a token");
    let left = size - 256;
    if (left === 0) return;
    for (const merge of learnMerges(text)) {
      yield merge;
      if (--left === 0) return;
    }
  }

  get size(): number {
    return this.#bytes.length;
  }

  /**
   * @param special what becomes of the text of a special token; by default it is text like any other
   * @throws when special tokens are refused and the text has one, naming it and its place
   */
  encode(text: string, { special = "text" }: { special?: Special } = {}): number[] {
    if (special === "text" || this.special.length === 0) return this.#encodePlain(text);
    const tokens: number[] = [];
    let start = 0;
    for (const { 0: found, index } of text.matchAll(this.#pattern)) {
      if (special === "refuse")
        throw new Error(
          `BytePairTokenizer.encode: the text has the special token ${found} at ${place(text, index)}, which is refused`,
        );
      for (const token of this.#encodePlain(text.slice(start, index))) tokens.push(token);
      tokens.push(this.specialToken(found));
      start = index + found.length;
    }
    for (const token of this.#encodePlain(text.slice(start))) tokens.push(token);
    return tokens;
  }

  /** The text of tokens. Bytes that are no character, as when a character's tokens were cut apart, become �. */
  decode(tokens: readonly number[]): string {
    checkTokens("BytePairTokenizer.decode", tokens, this.size);
    return fromBytes(tokens.flatMap((id) => this.bytes(id)));
  }

  /** The token of a special text. @throws when there is none */
  specialToken(text: string): number {
    const i = this.special.indexOf(text);
    if (i < 0)
      throw new Error(
        `BytePairTokenizer: ${JSON.stringify(text)} is no special token; these are: ${this.special.join(", ") || "none"}`,
      );
    return 256 + this.merges.length + i;
  }

  /** The bytes that a token stands for. */
  bytes(id: number): readonly number[] {
    checkTokens("BytePairTokenizer.bytes", [id], this.size);
    return this.#bytes[id] ?? [];
  }

  token(id: number): string {
    return showBytes(this.bytes(id));
  }

  save(): string {
    const bytes = this.#bytes.slice(0, 256).flat();
    return JSON.stringify({ tokenizer: "bpe", bytes, merges: this.merges, special: this.special });
  }

  /** @internal `loadTokenizer` brings any tokenizer back. */
  static load(saved: Saved): BytePairTokenizer {
    return new BytePairTokenizer({
      bytes: listOf(saved, "bytes", "whole numbers", isInteger),
      merges: listOf(saved, "merges", "pairs of tokens", isPair),
      special: listOf(saved, "special", "texts", isString),
    });
  }

  #learn(token: number, left: number, right: number): void {
    const [before, after] = [this.#bytes[left], this.#bytes[right]];
    if (before === undefined || after === undefined)
      throw new Error(
        `BytePairTokenizer: merge ${token - 256} is of tokens ${left} and ${right}, but must be of tokens 0 to ${token - 1}`,
      );
    if (this.#merged.has(key(left, right)))
      throw new Error(
        `BytePairTokenizer: merge ${token - 256}, of tokens ${left} and ${right}, is there twice`,
      );
    this.#total += before.length + after.length;
    if (this.#total > mostBytes)
      throw new Error(
        `BytePairTokenizer: up to merge ${token - 256} the tokens have more than ${mostBytes} bytes together: these are no merges of a text`,
      );
    this.#merged.set(key(left, right), token);
    this.#bytes.push([...before, ...after]);
  }

  #encodePlain(text: string): number[] {
    const tokens: number[] = [];
    for (const piece of gpt2Pieces(text))
      for (const token of this.#encodePiece(piece)) tokens.push(token);
    return tokens;
  }

  #encodePiece(piece: string): readonly number[] {
    const known = this.#cache.get(piece);
    if (known !== undefined) return known;
    const bytes = toBytes(piece).map((byte) => this.#ofByte[byte] ?? 0);
    const tokens = mergePiece(bytes, (left, right) => this.#merged.get(key(left, right)));
    if (this.#cache.size >= cacheSize) this.#cache.clear();
    this.#cache.set(piece, tokens);
    return tokens;
  }
}

const key = (left: number, right: number) => left * 0x1000000 + right;

const isInteger = (value: unknown): value is number => Number.isInteger(value);

const isPair = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(isInteger);
