import { describe, expect, it } from "vitest";
import { Random } from "../../random.ts";
import texts from "../fixtures/texts.json" with { type: "json" };
import { UnigramTokenizer } from "./unigram.ts";

const lines = Object.values(texts.training).flat();

describe("learning a unigram vocabulary", () => {
  it("reaches the size asked for, with every character of the text among the pieces", () => {
    for (const fallback of ["bytes", "unknown"] as const) {
      const { pieces, size } = UnigramTokenizer.train(lines, { size: 1500, fallback });
      expect(size).toBe(1500);
      const known = new Set(pieces.map(({ text }) => text));
      for (const character of lines.join("").replaceAll(" ", "▁"))
        expect(known).toContain(character);
      const scores = pieces.filter(({ kind }) => kind === "normal").map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
  });

  it("makes the text likelier with each fit of the same pieces, and the pieces fewer", () => {
    const told: { pieces: number; likelihood: number }[] = [];
    UnigramTokenizer.train(lines, { size: 1500, onRound: (round) => told.push(round) });
    expect(told.length).toBeGreaterThan(4);
    for (let i = 1; i < told.length; i++) {
      expect(told[i]?.pieces).toBeLessThanOrEqual(told[i - 1]?.pieces ?? 0);
      if (i % 2 === 1) expect(told[i]?.likelihood).toBeGreaterThan(told[i - 1]?.likelihood ?? 0);
    }
  });

  it("finds the words that a text is made of, though nothing tells where they end", () => {
    const words = ["humpty", "dumpty", "horses", "should"];
    const random = new Random(2);
    const text = Array.from({ length: 500 }, () => random.pick(words)).join("");
    const size = 1 + new Set(text).size + words.length;
    const options = { size, longest: 6, fallback: "unknown", prefix: false } as const;
    const learned = UnigramTokenizer.train(text, options);
    const pieces = learned.segment("horsesdumptyhumptyshould").pieces;
    expect(pieces).toEqual(["horses", "dumpty", "humpty", "should"]);
  });

  it("gives the same pieces and bits again", () => {
    const [one, other] = [0, 1].map(() => UnigramTokenizer.train(lines, { size: 1500 }).save());
    expect(one).toBe(other);
  });

  it("is as small as the text allows when more was asked for", () => {
    const { pieces } = UnigramTokenizer.train("abab", { size: 900, prefix: false });
    expect(
      pieces
        .slice(256)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(["a", "ab", "b"]);
  });

  it("needs no piece for characters beyond the coverage, for ▁, or for half a character", () => {
    const pieces = (text: string, coverage: number) =>
      UnigramTokenizer.train(text, { size: 300, coverage, prefix: false }).pieces.slice(256);
    expect(pieces("aaaaaaaaab", 0.9).map(({ text }) => text)).not.toContain("b");
    expect(pieces("a▁b\ud800c", 1).map(({ text }) => text)).toEqual(["a", "b", "c"]);
  });

  it("says what it needs", () => {
    expect(() => UnigramTokenizer.train("", { size: 300 })).toThrow("the text is empty");
    expect(() => UnigramTokenizer.train(["", ""], { size: 300 })).toThrow("the text is empty");
    expect(() => UnigramTokenizer.train("abc", { size: 259 })).toThrow(
      "UnigramTokenizer.train: size is 259, but must be a whole number of at least 260: 256 tokens for what is no piece, 4 for single characters",
    );
    expect(() => UnigramTokenizer.train("abc", { size: 300, coverage: 0 })).toThrow(
      "coverage must be",
    );
  });
});
