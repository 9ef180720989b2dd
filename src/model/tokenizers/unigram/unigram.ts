import type { Random } from "../../random.ts";
import { fromBytes, toBytes } from "../bytes.ts";
import { boolean, checkTokens, listOf, place, type Saved, showCharacter } from "../check.ts";
import type { Tokenizer } from "../tokenizer.ts";
import { type Lattice, nBest, type Path, sample, viterbi } from "./lattice.ts";
import { learnPieces, type UnigramTraining } from "./train.ts";
import { Trie } from "./trie.ts";
import {
  byteOf,
  checkPieces,
  isRow,
  type Piece,
  plain,
  readVocabulary,
  unknownPenalty,
} from "./vocabulary.ts";

/** One way to cut a text. */
export interface Segmentation {
  tokens: number[];
  /** The tokens as `token` shows them. */
  pieces: string[];
  /** The logarithm of the probability: the sum of the pieces' scores. */
  score: number;
}

/** What a unigram tokenizer has learned. */
export interface UnigramOptions {
  /** Token n is the n-th. */
  pieces: readonly Piece[];
  /** Whether a text is read as if a space stood before it, so that its first word is as any other. */
  prefix?: boolean;
}

/**
 * SentencePiece's unigram model (Kudo 2018, "Subword regularization"; Kudo and Richardson 2018): pieces have probabilities, and a text is cut so that their
 * product is largest. A character that is no piece becomes its bytes, or the unknown piece when the vocabulary has no bytes. With bytes any string comes
 * back as it was: spaces are kept as they are, and a ▁ of the text's own is written in bytes. As in SentencePiece with `identity` normalization.
 */
export class UnigramTokenizer implements Tokenizer {
  readonly pieces: readonly Piece[];
  readonly prefix: boolean;
  readonly #trie = new Trie();
  /** Of each piece, and at the end of a character that is none. */
  readonly #scores: Float64Array;
  /** The tokens of bytes; empty when characters do not fall back on them. */
  readonly #ofByte: number[] = [];
  readonly #unknown: number;

  /** @throws when pieces are there twice, a score is no number, or only some bytes are there */
  constructor({ pieces, prefix = true }: UnigramOptions) {
    this.pieces = pieces;
    this.prefix = prefix;
    checkPieces(pieces);
    this.#scores = new Float64Array(pieces.length + 1);
    let least = 0;
    for (const [id, { text, score, kind }] of pieces.entries()) {
      if (kind === "byte") this.#ofByte[byteOf(text)] = id;
      if (kind !== "normal") continue;
      this.#scores[id] = score;
      least = Math.min(least, score);
      this.#trie.add(plain(text), id);
    }
    this.#scores[pieces.length] = least - unknownPenalty;
    this.#unknown = pieces.findIndex(({ kind }) => kind === "unknown");
  }

  /** Learns a vocabulary from a text, or from several that each stand alone. See `UnigramTraining`. */
  static train(text: string | readonly string[], options: UnigramTraining): UnigramTokenizer {
    return new UnigramTokenizer({
      pieces: learnPieces(text, options),
      prefix: options.prefix ?? true,
    });
  }

  /**
   * A real SentencePiece unigram model, from its `.vocab` file: a line for each piece, with a tab and its score.
   * @throws when a line is not so
   */
  static fromVocabulary(
    text: string,
    { prefix = true }: { prefix?: boolean } = {},
  ): UnigramTokenizer {
    return new UnigramTokenizer({ pieces: readVocabulary(text), prefix });
  }

  get size(): number {
    return this.pieces.length;
  }

  encode(text: string): number[] {
    return this.segment(text).tokens;
  }

  /** The most likely way to cut a text; of equals, that whose last pieces are longer. */
  segment(text: string): Segmentation {
    const { characters, lattice } = this.#read(text);
    return this.#tell(characters, lattice, viterbi(lattice, this.#scores));
  }

  /** The n most likely ways to cut a text, or all if there are fewer; the most likely first. */
  nBest(text: string, n: number): Segmentation[] {
    if (!Number.isInteger(n) || n < 1)
      throw new Error(`UnigramTokenizer.nBest: n must be a whole number of at least 1, got ${n}`);
    const { characters, lattice } = this.#read(text);
    return nBest(lattice, this.#scores, n).map((path) => this.#tell(characters, lattice, path));
  }

  /**
   * One way to cut a text, drawn at random from all: each as often as its probability to the power of alpha says (Kudo 2018, equation 8).
   * @param alpha 1, the default, for the model's own probabilities; towards 0 all ways become equally likely; above 1 the best one still more likely
   */
  sample(text: string, { alpha = 1, random }: { alpha?: number; random: Random }): Segmentation {
    if (!(alpha >= 0 && alpha < Number.POSITIVE_INFINITY))
      throw new Error(
        `UnigramTokenizer.sample: alpha must be a number of at least 0, got ${alpha}`,
      );
    const { characters, lattice } = this.#read(text);
    return this.#tell(characters, lattice, sample(lattice, this.#scores, alpha, random));
  }

  /** The text of tokens, without the space that was read before it. Bytes that are no character become �, the unknown piece ⁇, marks nothing. */
  decode(tokens: readonly number[]): string {
    checkTokens("UnigramTokenizer.decode", tokens, this.size);
    let text = "";
    let bytes: number[] = []; // Of neighbouring tokens, for a character has several.
    const flush = () => {
      text += fromBytes(bytes);
      bytes = [];
    };
    for (const id of tokens) {
      const piece = this.pieces[id];
      if (piece?.kind === "byte") bytes.push(byteOf(piece.text));
      else {
        flush();
        if (piece?.kind === "normal") text += plain(piece.text);
        if (piece?.kind === "unknown") text += " ⁇ ";
      }
    }
    flush();
    return this.prefix && text.startsWith(" ") ? text.slice(1) : text;
  }

  token(id: number): string {
    checkTokens("UnigramTokenizer.token", [id], this.size);
    return this.pieces[id]?.text ?? "";
  }

  save(): string {
    const pieces = this.pieces.map(({ text, score, kind }) => [text, score, kind]);
    return JSON.stringify({ tokenizer: "unigram", prefix: this.prefix, pieces });
  }

  /** @internal `loadTokenizer` brings any tokenizer back. */
  static load(saved: Saved): UnigramTokenizer {
    const rows = listOf(saved, "pieces", "[text, score, kind]", isRow);
    const pieces = rows.map(([text, score, kind]) => ({ text, score, kind }));
    return new UnigramTokenizer({ pieces, prefix: boolean(saved, "prefix") });
  }

  #read(text: string): { characters: string[]; lattice: Lattice } {
    const characters = [...(this.prefix && text !== "" ? ` ${text}` : text)];
    return { characters, lattice: this.#trie.lattice(characters, this.pieces.length) };
  }

  #tell(characters: readonly string[], lattice: Lattice, { edges, score }: Path): Segmentation {
    const tokens: number[] = [];
    for (const edge of edges) {
      const piece = lattice.pieces[edge] ?? 0;
      if (piece < this.pieces.length) tokens.push(piece);
      else this.#fallBack(characters, lattice.starts[edge] ?? 0, tokens);
    }
    return { tokens, pieces: tokens.map((id) => this.token(id)), score };
  }

  /** The tokens of a character that is no piece. Neighbouring unknown ones are one token, as in SentencePiece. */
  #fallBack(characters: readonly string[], at: number, tokens: number[]): void {
    const character = characters[at] ?? "";
    if (this.#ofByte.length > 0)
      for (const byte of toBytes(character)) tokens.push(this.#ofByte[byte] ?? 0);
    else if (this.#unknown >= 0) {
      if (tokens.at(-1) !== this.#unknown) tokens.push(this.#unknown);
    } else {
      const before = characters
        .slice(0, at)
        .join("")
        .slice(this.prefix ? 1 : 0);
      throw new Error(
        `UnigramTokenizer.encode: unknown character ${showCharacter(character)} at ${place(before, before.length)}: the vocabulary has neither bytes nor an unknown piece`,
      );
    }
  }
}
