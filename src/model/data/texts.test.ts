import { describe, expect, it } from "vitest";
import { names } from "./names.ts";
import { rhyme } from "./rhyme.ts";
import { sonnets } from "./sonnets.ts";

describe("rhyme", () => {
  it("has four lines", () => {
    const lines = rhyme.split("\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe("Humpty Dumpty sat on a wall,");
    expect(lines[4]).toBe("");
  });
});

describe("sonnets", () => {
  it("are 154, a line a line and an empty line between two", async () => {
    const text = await sonnets();
    const poems = text.trimEnd().split("\n\n");
    expect(poems).toHaveLength(154);
    expect(poems[0]).toMatch(/^From fairest creatures we desire increase,\nThat thereby/);
    expect(poems[153]).toMatch(/\nLove's fire heats water, water cools not love\.$/);
    // Two of Shakespeare's are of another length.
    const others = poems.map((poem, i) => [i + 1, poem.split("\n").length]);
    expect(others.filter(([, lines]) => lines !== 14)).toEqual([
      [99, 15],
      [126, 12],
    ]);
    expect(text.endsWith("love.\n")).toBe(true);
  });

  it("have no characters but letters, a few signs and the spaces between words", async () => {
    const text = await sonnets();
    expect(text).not.toMatch(/[^A-Za-z !'(),.:;?\n-]/);
    expect(text).not.toMatch(/ {2}|^ | $/m);
    expect(new Set(text).size).toBe(61);
    expect(text).toHaveLength(94_039);
  });
});

describe("names", () => {
  it("are English first names, each once", async () => {
    const all = await names();
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) expect(name).toMatch(/^[A-Z][a-z]*(-[A-Z][a-z]*)?$/);
    for (const name of ["Ada", "Ann-Marie", "Ervin", "Teirtza", "Zuzana"])
      expect(all).toContain(name);
    expect([...all].sort()).toEqual(all);
  });

  it("come from either list, or from both with those that are on both once", async () => {
    const [female, male, all] = [await names("female"), await names("male"), await names()];
    expect(female).toContain("Abbie");
    expect(male).toContain("Abbie");
    expect(female).not.toContain("Aaron");
    expect(male).not.toContain("Ada");
    expect(all).toEqual([...new Set([...female, ...male])].sort());
    expect([female.length, male.length, all.length]).toEqual([4944, 3897, 8422]);
  });
});
