import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CharacterTokenizer } from "./characters.ts";
import { anyString } from "./fixtures/strings.ts";

describe("characters as tokens", () => {
  it("are numbered in their order from a text, and as they stand in a list", () => {
    const letters = new CharacterTokenizer([..." abcdefghijklmnopqrstuvwxyz"]);
    expect(letters.encode("hu")).toEqual([8, 21]);
    expect(letters.decode([8, 21, 13, 16, 20, 25])).toBe("humpty");
    const rhyme = new CharacterTokenizer("humpty dumpty");
    expect(Array.from({ length: rhyme.size }, (_, id) => rhyme.token(id)).join("")).toBe(
      " dhmptuy",
    );
  });

  it("give back every text of their characters, a code point each", () => {
    expect(new CharacterTokenizer("🥚é").size).toBe(2);
    fc.assert(
      fc.property(anyString, (text) => {
        fc.pre(text !== "");
        const tokenizer = new CharacterTokenizer(text);
        const tokens = tokenizer.encode(text);
        expect(tokens).toHaveLength([...text].length);
        expect(tokenizer.decode(tokens)).toBe(text);
      }),
    );
  });

  it("say which character is unknown, and where", () => {
    const tokenizer = new CharacterTokenizer("humpty \n🥚");
    expect(() => tokenizer.encode("humpty\n🥚 Dumpty")).toThrow(
      'CharacterTokenizer.encode: unknown character "D" (U+0044) at line 2, character 3: it is none of the 9 characters',
    );
  });

  it("refuse what cannot be", () => {
    expect(() => new CharacterTokenizer("")).toThrow("the text is empty");
    expect(() => new CharacterTokenizer([])).toThrow("the list of characters is empty");
    expect(() => new CharacterTokenizer(["a", "bc"])).toThrow(
      'token 1 must be a single character, got "bc"',
    );
    expect(() => new CharacterTokenizer(["a", "b", "a"])).toThrow(
      'tokens 0 and 2 are the same: "a"',
    );
    const tokenizer = new CharacterTokenizer("ab");
    for (const id of [-1, 2, 0.5, Number.NaN])
      expect(() => tokenizer.decode([0, id])).toThrow(
        `CharacterTokenizer.decode: there is no token ${id} (place 1 of the list): tokens are 0 to 1`,
      );
    expect(() => tokenizer.token(2)).toThrow("there is no token 2");
  });
});
