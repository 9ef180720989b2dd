import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSeeds } from "./seed.ts";
import { countWords } from "./words.ts";

const everything = () => true;
const seedsOf = (text: string, longest = 16, most = 1000) =>
  findSeeds(countWords([text], everything), longest, most);

describe("the seeds of a vocabulary", () => {
  it("are counted in words with the space before them", () => {
    const words = countWords([" the  egg\nthe egg", " egg"], everything);
    const counts = words.map(({ characters, count }) => [characters.join(""), count]);
    expect(counts).toEqual([
      [" the", 1],
      [" ", 1],
      [" egg", 3],
      ["\n", 1],
      ["the", 1],
    ]);
  });

  it("are all characters, and what stands twice and is not always followed by the same", () => {
    const seeds = seedsOf(" humpty dumpty");
    const longer = seeds.filter(({ length }) => length > 1).map(({ text, count }) => [text, count]);
    expect(longer).toEqual([
      ["umpty", 2],
      ["mpty", 2],
      ["pty", 2],
      ["ty", 2],
    ]);
    expect(seeds.filter(({ length }) => length === 1)).toHaveLength(8);
  });

  it("have the counts that looking for each finds", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."aab "), { maxLength: 30 }), (list) => {
        const text = list.join("");
        for (const seed of seedsOf(text, 4)) {
          let count = 0;
          for (let i = 0; i < text.length; i++) if (text.startsWith(seed.text, i)) count++;
          expect(seed.count, seed.text).toBe(count);
          expect(seed.length).toBe(seed.text.length);
          expect(seed.length).toBeLessThanOrEqual(4);
        }
      }),
    );
  });

  it("do not mix scripts, nor go past what is not kept", () => {
    const longer = seedsOf("ab12мы的是の ab12мы的是の").filter(({ length }) => length > 1);
    expect(longer.map(({ text }) => text).sort()).toEqual(["12", "ab", "мы", "是の", "的是の"]);
    const marked = seedsOf("re\u0301e re\u0301e").map(({ text }) => text);
    expect(marked).toContain("re\u0301e");
    const words = countWords(["abcd abcd"], (character) => character !== "c");
    expect(
      findSeeds(words, 16, 9)
        .filter(({ length }) => length > 1)
        .map(({ text }) => text),
    ).toEqual(["ab"]);
  });

  it("are no more than asked for", () => {
    expect(seedsOf(" humpty dumpty", 16, 2).filter(({ length }) => length > 1)).toHaveLength(2);
  });
});
