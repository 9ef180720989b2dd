import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyString } from "./fixtures/strings.ts";
import { WordTokenizer } from "./words.ts";

const all = (tokenizer: WordTokenizer) =>
  Array.from({ length: tokenizer.size }, (_, id) => tokenizer.token(id));

describe("words as tokens", () => {
  it("are words, punctuation and spaces, the most frequent first", () => {
    const tokenizer = new WordTokenizer("the king's men, the king's horses");
    expect(all(tokenizer)).toEqual([" ", "king's", "the", ",", "horses", "men"]);
    expect(tokenizer.encode("the men")).toEqual([2, 0, 5]);
  });

  it("give back every text of their words", () => {
    fc.assert(
      fc.property(anyString, (text) => {
        fc.pre(text !== "");
        const tokenizer = new WordTokenizer(text);
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
      }),
    );
  });

  it("say which word is unknown, and where, or give it the token for such words", () => {
    const text = "cat cat dog\negg";
    expect(() => new WordTokenizer(text).encode("cat\n cats")).toThrow(
      'WordTokenizer.encode: unknown word "cats" at line 2, character 2: it is none of the 5 words; the option "unknown" would give it a token',
    );
    const limited = new WordTokenizer(text, { limit: 3, unknown: "<unk>" });
    expect(all(limited)).toEqual(["<unk>", " ", "cat"]);
    expect(limited.decode(limited.encode("cat cats egg"))).toBe("cat <unk> <unk>");
  });

  it("refuse what cannot be", () => {
    expect(() => new WordTokenizer("")).toThrow("the text is empty");
    expect(() => new WordTokenizer([])).toThrow("the list of words is empty");
    expect(() => new WordTokenizer("a", { limit: 1, unknown: "?" })).toThrow(
      "size is 1, but must be a whole number of at least 2",
    );
    expect(() => new WordTokenizer("unk a", { unknown: "unk" })).toThrow('the same: "unk"');
    expect(() => new WordTokenizer("a").decode([1])).toThrow("there is no token 1 (place 0");
  });
});
