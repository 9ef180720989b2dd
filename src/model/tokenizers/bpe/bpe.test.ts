import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyString } from "../fixtures/strings.ts";
import texts from "../fixtures/texts.json" with { type: "json" };
import { BytePairTokenizer } from "./bpe.ts";
import type { Merge } from "./train.ts";

const text = Object.values(texts.training).flat().join("\n");
const trained = BytePairTokenizer.train(text, { size: 600, special: ["<|endoftext|>", "<|end|>"] });

describe("byte-pair encoding", () => {
  it("gives back any string, learned on it or not", () => {
    expect(trained.size).toBe(600);
    fc.assert(
      fc.property(anyString, fc.constantFrom("allow", "text"), (text, special) => {
        expect(trained.decode(trained.encode(text, { special }))).toBe(text);
      }),
      { numRuns: 1000 },
    );
    expect(trained.encode("")).toEqual([]);
  });

  it("makes texts shorter, held-out ones too", () => {
    for (const lines of Object.values(texts.heldOut)) {
      const line = lines.join("\n");
      const bytes = new TextEncoder().encode(line).length;
      expect(trained.encode(line).length).toBeLessThan(bytes * 0.9);
    }
  });

  it("decodes any tokens there are, and no others", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(599)), (tokens) => {
        expect(typeof trained.decode(tokens)).toBe("string");
      }),
    );
    expect(trained.decode([0xf0, 0x9f, 97])).toBe("\ufffda");
    for (const id of [-1, 600, 1.5])
      expect(() => trained.decode([1, 2, id])).toThrow(
        `BytePairTokenizer.decode: there is no token ${id} (place 2 of the list): tokens are 0 to 599`,
      );
  });

  it("shows its merges as they are learned; the tokenizer so far is there at each", () => {
    const merges: Merge[] = [];
    const whole = BytePairTokenizer.train(text, {
      size: 300,
      onMerge: (merge) => merges.push(merge),
    });
    expect(merges).toHaveLength(44);
    const steps = BytePairTokenizer.steps(text, { size: 300 });
    expect([...steps]).toEqual(merges);
    expect(merges.map(({ pair }) => pair)).toEqual(whole.merges);
    const half = new BytePairTokenizer({ merges: merges.slice(0, 20).map(({ pair }) => pair) });
    expect(half.encode(text)).toHaveLength(merges[19]?.length ?? 0);
    expect(whole.encode(text)).toHaveLength(merges[43]?.length ?? 0);
  });

  it("ends early when no pair stands in the text twice", () => {
    expect(BytePairTokenizer.train("abab", { size: 1000 }).size).toBe(257);
    expect(BytePairTokenizer.train("abab", { size: 256 }).size).toBe(256);
  });

  it("takes the text of a special token as its token, as an error, or as text", () => {
    const [end, last] = [598, 599];
    expect(trained.encode("a<|endoftext|><|end|>", { special: "allow" })).toEqual([97, end, last]);
    expect(trained.encode("<|end|>")).not.toContain(last);
    expect(() => trained.encode("so\nit <|end|>s", { special: "refuse" })).toThrow(
      "BytePairTokenizer.encode: the text has the special token <|end|> at line 2, character 4, which is refused",
    );
    expect(trained.encode("so it ends", { special: "refuse" })).toEqual(
      trained.encode("so it ends"),
    );
    expect(trained.token(trained.specialToken("<|end|>"))).toBe("<|end|>");
    expect(() => trained.specialToken("<end>")).toThrow(
      '"<end>" is no special token; these are: <|endoftext|>, <|end|>',
    );
  });

  it("takes the longest of special tokens that begin alike", () => {
    const marks = new BytePairTokenizer({ merges: [], special: ["[a", "[a]"] });
    expect(marks.encode("[a][a", { special: "allow" })).toEqual([257, 256]);
  });

  it("shows a token as text, or as bytes where it is none", () => {
    const egg = BytePairTokenizer.train("🥚🥚🥚 mañana", { size: 259 });
    const shown = Array.from({ length: egg.size }, (_, id) => egg.token(id));
    expect(shown.slice(97, 99)).toEqual(["a", "b"]);
    expect(shown.slice(255)).toEqual(["<0xFF>", "<0x9F><0xA5>", "<0xF0><0x9F><0xA5>", "🥚"]);
  });

  it("encodes a long text without spaces", () => {
    const long = "humpty".repeat(30_000);
    expect(trained.decode(trained.encode(long))).toHaveLength(long.length);
  });

  it("refuses what cannot be", () => {
    expect(() => BytePairTokenizer.train("", { size: 300 })).toThrow("the text is empty");
    expect(() => BytePairTokenizer.train("a", { size: 255 })).toThrow(
      "BytePairTokenizer.train: size is 255, but must be a whole number of at least 256",
    );
    expect(() => BytePairTokenizer.train("a", { size: 256, special: ["x"] })).toThrow(
      "at least 257",
    );
    const merging =
      (...merges: [number, number][]) =>
      () =>
        new BytePairTokenizer({ merges });
    expect(merging([97, 98], [97, 300])).toThrow(
      "BytePairTokenizer: merge 1 is of tokens 97 and 300, but must be of tokens 0 to 256",
    );
    expect(merging([97, 98], [97, 98])).toThrow("merge 1, of tokens 97 and 98, is there twice");
    const doubling = Array.from({ length: 60 }, (_, i): [number, number] => [
      i && 255 + i,
      i && 255 + i,
    ]);
    expect(merging(...doubling)).toThrow("merge 23 the tokens have more than 16777216 bytes");
    expect(() => new BytePairTokenizer({ merges: [], special: ["x", "x"] })).toThrow(
      'the same: "x"',
    );
    expect(() => new BytePairTokenizer({ merges: [], special: [""] })).toThrow("has no text");
    for (const bytes of [[1, 2], Array(256).fill(0), Array.from({ length: 256 }, (_, i) => i + 1)])
      expect(() => new BytePairTokenizer({ merges: [], bytes })).toThrow("0 to 255 in some order");
  });
});
