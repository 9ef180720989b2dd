import fc from "fast-check";
import { deflateSync, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { digest } from "../version.ts";
import { toBase64Url } from "./bytes.ts";
import { holdsShared } from "./hash.ts";
import { readShared, type SharedEdit, writeShared } from "./link.ts";

const name = fc.stringMatching(/^[a-z][a-z-]{0,20}$/);
const id = fc.oneof(
  name.map((one) => `03-attention/cells/${one}.ts`),
  name.map((one) => `03-attention/exercises/${one}/starter.ts`),
);
// Lone halves of a pair included: an editor can hold them.
const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
const edit: fc.Arbitrary<SharedEdit> = fc.record({ id, text, base: text.map(digest) });
const edits = fc.uniqueArray(edit, { minLength: 1, maxLength: 8, selector: (one) => one.id });

const scores: SharedEdit = {
  id: "03-attention/cells/scores.ts",
  text: 'import { tensor } from "@humpty/model";\n\nexport default tensor([1, 2]);',
  base: digest("export default 1;"),
};

/** A link whose payload is this, and whole. */
const linkOf = (json: string): string => {
  const payload = toBase64Url(deflateSync(strToU8(json)));
  return `edits=1.${digest(payload)}.${payload}`;
};

describe("edits in a link", () => {
  it("come out as they went in", () => {
    fc.assert(
      fc.property(edits, (some) => {
        expect(readShared(writeShared(some))).toEqual({ edits: some });
      }),
    );
  });

  it("are letters that no messenger and no address changes", () => {
    fc.assert(
      fc.property(edits, (some) => {
        const link = writeShared(some);
        expect(link).toMatch(/^edits=1\.[0-9a-z]+\.[\w-]+$/);
        expect(new URL(`http://a.b/#${link}`).hash).toBe(`#${link}`);
        expect(holdsShared(`#${link}`)).toBe(true);
      }),
    );
  });

  it("are found in a sentence that ends after them", () => {
    const link = writeShared([scores]);
    for (const around of [`See (https://a.b/03-attention/#${link}).`, `<${link}>`, `“${link}”\n`])
      expect(readShared(around)).toEqual({ edits: [scores] });
  });

  it("take about as many letters as a short cell has", () => {
    expect(writeShared([scores]).length).toBeLessThan(200);
  });
});

describe("a link that is not as it was made", () => {
  const link = writeShared([scores, { ...scores, id: "03-attention/cells/weights.ts" }]);

  it("is damaged, whichever of its letters changed, and nothing of it is used", () => {
    for (let at = "edits=".length; at < link.length; at++) {
      for (const other of ["A", "0", "_", ".", "%", "é"]) {
        if (link[at] === other) continue;
        const read = readShared(link.slice(0, at) + other + link.slice(at + 1));
        expect(read, `letter ${at} became ${other}`).toEqual({ wrong: "damaged" });
      }
    }
  });

  it("is damaged, wherever it was cut", () => {
    for (let end = 0; end < link.length; end++)
      expect(readShared(link.slice(0, end))).toEqual({ wrong: "damaged" });
  });

  it("is damaged in whatever way", () => {
    fc.assert(fc.property(fc.string(), (any) => "wrong" in readShared(any)));
    fc.assert(fc.property(fc.json(), (json) => "wrong" in readShared(linkOf(json))));
  });

  it("may be of a book that is newer", () => {
    expect(readShared(link.replace("edits=1", "edits=2"))).toEqual({ wrong: "newer" });
  });
});

describe("a link that somebody made to harm", () => {
  it("is refused before it has grown, when a few letters stand for very many", () => {
    const bomb = linkOf(`[["03-attention/cells/scores.ts","","${" ".repeat(20_000_000)}"]]`);
    expect(bomb.length).toBeLessThan(50_000);
    expect(readShared(bomb)).toEqual({ wrong: "large" });
    expect(readShared(`edits=1.a.${"A".repeat(1_000_000)}`)).toEqual({ wrong: "large" });
  });

  it.each([
    ["no rows", "[]"],
    ["no list", '{"id":"03-attention/cells/scores.ts"}'],
    ["a row that is short", '[["03-attention/cells/scores.ts","x"]]'],
    ["a text that is none", '[["03-attention/cells/scores.ts","x",{"toString":1}]]'],
    ["a path out of the book", '[["../../secrets/cells/a.ts","x","y"]]'],
    ["a key of objects", '[["__proto__","x","y"]]'],
    ["a solution", '[["03-attention/exercises/causal/solution.ts","x","y"]]'],
    ["one cell twice", '[["a/cells/a.ts","x","1"],["a/cells/a.ts","x","2"]]'],
    ["a good row beside a bad one", '[["a/cells/a.ts","x","1"],["a/b.ts","x","2"]]'],
    [
      "too many rows",
      JSON.stringify(Array.from({ length: 301 }, (_, i) => [`a/cells/${i}.ts`, "", ""])),
    ],
  ])("is damaged: %s", (_, json) => {
    expect(readShared(linkOf(json))).toEqual({ wrong: "damaged" });
  });
});
