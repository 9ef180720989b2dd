import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { isConflict, join, merge } from "./merge.ts";

/** Texts with many equal lines, as code has. */
const text = array(constantFrom("", "}", "a", "b", "c", "const x = 1;")).map((all) =>
  all.join("\n"),
);

const text1 = "one\ntwo\nthree\nfour\nfive";

describe("what the reader and the book made of a text", () => {
  it("goes together where they changed different lines", () => {
    const pieces = merge(text1, text1.replace("two", "2"), text1.replace("five", "5\nsix"));
    expect(pieces.some(isConflict)).toBe(false);
    expect(join(pieces, [])).toBe("one\n2\nthree\nfour\n5\nsix");
  });

  it("goes together where they changed the same in the same way", () => {
    const both = text1.replace("two", "2");
    expect(merge(text1, both, both)).toEqual([both.split("\n")]);
  });

  it("conflicts where they changed the same lines, and either can be taken", () => {
    const pieces = merge(text1, text1.replace("two", "mine"), text1.replace("two", "book’s"));
    expect(pieces.filter(isConflict)).toEqual([
      { base: ["two"], mine: ["mine"], book: ["book’s"] },
    ]);
    expect(join(pieces, ["mine"])).toBe(text1.replace("two", "mine"));
    expect(join(pieces, ["book"])).toBe(text1.replace("two", "book’s"));
  });

  it("is the changed text where only one of them changed it", () => {
    assert(
      property(text, text, (base, other) => {
        expect(join(merge(base, other, base), [])).toBe(other);
        expect(join(merge(base, base, other), [])).toBe(other);
        expect(merge(base, other, other).some(isConflict)).toBe(false);
      }),
    );
  });

  it("never has a line that neither of them wrote", () => {
    assert(
      property(text, text, text, (base, mine, book) => {
        const pieces = merge(base, mine, book);
        const known = new Set([base, mine, book].flatMap((one) => one.split("\n")));
        for (const side of ["mine", "book"] as const) {
          const sides = pieces.filter(isConflict).map(() => side);
          for (const line of join(pieces, sides).split("\n")) expect(known).toContain(line);
        }
      }),
    );
  });
});
