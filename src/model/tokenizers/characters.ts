import {
  checkDistinct,
  checkText,
  checkTokens,
  inOrder,
  isString,
  listOf,
  place,
  type Saved,
  showCharacter,
} from "./check.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** One token a character. A character is a Unicode code point: "é" or "🥚" is one, a family emoji several. */
export class CharacterTokenizer implements Tokenizer {
  readonly #characters: readonly string[];
  readonly #ids: ReadonlyMap<string, number>;

  /**
   * @param from a text, whose distinct characters are numbered in JavaScript's order of strings; or a list of characters, numbered as they stand
   * @throws when there are none, or one of a list is not a single character or there twice
   */
  constructor(from: string | readonly string[]) {
    if (typeof from === "string") checkText("CharacterTokenizer", from);
    else if (from.length === 0)
      throw new Error("CharacterTokenizer: the list of characters is empty");
    this.#characters = typeof from === "string" ? [...new Set(from)].sort(inOrder) : [...from];
    for (const [id, character] of this.#characters.entries())
      if ([...character].length !== 1)
        throw new Error(
          `CharacterTokenizer: token ${id} must be a single character, got ${JSON.stringify(character)}`,
        );
    checkDistinct("CharacterTokenizer", this.#characters);
    this.#ids = new Map(this.#characters.map((character, id) => [character, id]));
  }

  get size(): number {
    return this.#characters.length;
  }

  /** @throws when a character is unknown, naming it and its place */
  encode(text: string): number[] {
    const tokens: number[] = [];
    let index = 0;
    for (const character of text) {
      const id = this.#ids.get(character);
      if (id === undefined)
        throw new Error(
          `CharacterTokenizer.encode: unknown character ${showCharacter(character)} at ${place(text, index)}: it is none of the ${this.size} characters`,
        );
      tokens.push(id);
      index += character.length;
    }
    return tokens;
  }

  decode(tokens: readonly number[]): string {
    checkTokens("CharacterTokenizer.decode", tokens, this.size);
    return tokens.map((id) => this.#characters[id]).join("");
  }

  token(id: number): string {
    checkTokens("CharacterTokenizer.token", [id], this.size);
    return this.#characters[id] ?? "";
  }

  save(): string {
    return JSON.stringify({ tokenizer: "characters", characters: this.#characters });
  }

  /** @internal `loadTokenizer` brings any tokenizer back. */
  static load(saved: Saved): CharacterTokenizer {
    return new CharacterTokenizer(listOf(saved, "characters", "characters", isString));
  }
}
