import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitData } from "./split-data.ts";

const fractions = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe("splitData", () => {
  it("cuts once and loses nothing, in texts of any characters and in lists", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 200 }), fractions, (text, fraction) => {
        const [training, heldOut] = splitData(text, fraction);
        expect(training + heldOut).toBe(text);
        // No character is cut in two.
        expect([...training, ...heldOut]).toEqual([...text]);
        expect(Math.abs(training.length - text.length * fraction)).toBeLessThanOrEqual(2);
        const list = [...text];
        expect(splitData(list, fraction).flat()).toEqual(list);
      }),
    );
  });

  it("gives nine tenths to training at first", () => {
    expect(splitData("humpty dumpty sat on")).toEqual(["humpty dumpty sat ", "on"]);
    expect(splitData([1, 2, 3, 4], 0.5)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it("says what it needs", () => {
    expect(() => splitData("humpty", 1)).toThrow(
      "splitData: the fraction must lie between 0 and 1, got 1",
    );
    expect(() => splitData("h", 0.5)).toThrow(
      "splitData: 1 character is too short to be split at 0.5: a part would be empty",
    );
    expect(() => splitData([], 0.5)).toThrow(
      "splitData: 0 items are too few to be split at 0.5: a part would be empty",
    );
  });
});
