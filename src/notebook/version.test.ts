import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "./compile.ts";
import { differences, digest, type Inputs, ingredients, versionOf } from "./version.ts";

const keys = "03-attention/cells/keys.ts";
const scores = "03-attention/cells/scores.ts";
const other = "03-attention/cells/other.ts";
const book: Record<string, string> = { [keys]: "", [scores]: 'import "./keys.ts";', [other]: "" };

const made = (texts: Record<string, string> = {}, inputs: Record<string, Inputs> = {}) => {
  const all = { ...book, ...texts };
  const modules = new Map(
    Object.entries(all).map(([id, text]) => [id, { id, ...compile(text, id) }]),
  );
  return ingredients(
    modules,
    scores,
    (id) => all[id] ?? "",
    (id) => inputs[id] ?? {},
  );
};

describe("what a result is made from", () => {
  it.each<[string, ReturnType<typeof made>, string[]]>([
    ["nothing changed", made(), []],
    ["its own text", made({ [scores]: 'import "./keys.ts"; ' }), [scores]],
    ["the text of a cell that it imports", made({ [keys]: "1" }), [keys]],
    ["the text of a cell that it does not import", made({ [other]: "1" }), []],
    ["a control of its own", made({}, { [scores]: { size: 4 } }), [`${scores}?size`]],
    ["a control of a cell that it imports", made({}, { [keys]: { size: 4 } }), [`${keys}?size`]],
    ["a control of another cell", made({}, { [other]: { size: 4 } }), []],
    [
      "an import more",
      made({ [scores]: 'import "./keys.ts"; import "./other.ts";' }),
      [other, scores],
    ],
  ])("tells what changed: %s", (_, after, changed) => {
    expect(differences(made(), after).sort()).toEqual([...changed].sort());
    expect(versionOf(after) === versionOf(made())).toBe(changed.length === 0);
  });

  it("tells a number from the text that looks like it", () => {
    expect(versionOf(made({}, { [keys]: { n: 4 } }))).not.toBe(
      versionOf(made({}, { [keys]: { n: "4" } })),
    );
  });

  it("has one version whatever the order", () => {
    expect(versionOf({ a: "1", b: "2" })).toBe(versionOf({ b: "2", a: "1" }));
  });

  it("has digests that tell texts apart", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => (digest(a) === digest(b)) === (a === b)),
    );
  });
});
