import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { merge, readBackup, writeBackup } from "./backup.ts";

const edit = (text: string, time = 1) => JSON.stringify({ text, base: "the book's", time });
const mine = {
  "edit:03-attention/cells/scores.ts": edit("mine"),
  "edit:03-attention/exercises/causal/starter.ts": edit("my answer"),
  "inputs:03-attention/cells/scores.ts": '{"size":3}',
  "books:05-residual/exercises/residual/solution.ts": "yes",
  "progress:03-attention": '{"read":["a"],"ran":[],"solved":["causal"]}',
};
const text = writeBackup(mine);

describe("a backup", () => {
  it("comes back as it went, and brings all to an empty place", () => {
    expect(readBackup(text)).toEqual(mine);
    expect(merge({}, mine)).toEqual({ set: mine, conflicts: [] });
    expect(merge(mine, mine)).toEqual({ set: {}, conflicts: [] });
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (any) => {
        const one = { "edit:a/cells/b.ts": edit(any) };
        expect(readBackup(writeBackup(one))).toEqual(one);
      }),
    );
  });

  it("is told from what is none, or not whole, or newer, wherever it was cut or changed", () => {
    for (let end = 0; end < text.length - 1; end++)
      expect(typeof readBackup(text.slice(0, end)), `cut at ${end}`).toBe("string");
    for (let at = 0; at < text.length - 1; at++) {
      const changed = `${text.slice(0, at)}~${text.slice(at + 1)}`;
      const read = readBackup(changed);
      // A blank between two things means nothing.
      if (/\S/.test(text[at] ?? "")) expect(typeof read, `changed at ${at}`).toBe("string");
    }
    expect(readBackup(text.replace('"version": 1', '"version": 2'))).toBe("newer");
    expect(readBackup('{"some":"file"}')).toBe("unknown");
    fc.assert(fc.property(fc.string(), (any) => typeof readBackup(any) === "string"));
    fc.assert(fc.property(fc.json(), (any) => typeof readBackup(any) === "string"));
  });

  it.each([
    ["a key of something else", { theme: "dark" }],
    ["a path out of the book", { "edit:../../x.ts": edit("x") }],
    ["a text that is none", { "edit:a/cells/b.ts": '{"text":1}' }],
    ["a position that is none", { "inputs:a/cells/b.ts": '{"size":{}}' }],
    ["progress that is none", { "progress:03-attention": "[" }],
  ])("with %s is damaged", (_, entries) => {
    expect(readBackup(writeBackup(entries))).toBe("damaged");
  });
});

describe("what is brought back to where something is already", () => {
  it("is chosen by the reader where both have a text, and joined elsewhere", () => {
    const theirs = {
      "edit:03-attention/cells/scores.ts": edit("theirs", 2),
      "inputs:03-attention/cells/scores.ts": '{"size":5,"word":"girl"}',
      "progress:03-attention": '{"read":["b"],"ran":["scores"],"solved":[]}',
      "books:03-attention/exercises/causal/solution.ts": "yes",
      "edit:03-attention/cells/keys.ts": edit("theirs alone"),
    };
    const { set, conflicts } = merge(mine, theirs);
    expect(conflicts.map(({ id, mine, theirs }) => [id, mine.text, theirs.text])).toEqual([
      ["03-attention/cells/scores.ts", "mine", "theirs"],
    ]);
    expect(set).toEqual({
      "inputs:03-attention/cells/scores.ts": '{"size":3,"word":"girl"}',
      "progress:03-attention": '{"read":["a","b"],"ran":["scores"],"solved":["causal"]}',
      "edit:03-attention/cells/keys.ts": edit("theirs alone"),
    });
  });
});
