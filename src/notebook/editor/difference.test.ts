import { assert, property, string } from "fast-check";
import { expect, it } from "vitest";
import { difference } from "./difference.ts";

const apply = (text: string, { from, to, insert }: ReturnType<typeof difference>): string =>
  text.slice(0, from) + insert + text.slice(to);

it("makes any text any other", () => {
  assert(
    property(string(), string(), string(), string(), (head, one, other, tail) => {
      const [before, after] = [head + one + tail, head + other + tail];
      const change = difference(before, after);
      expect(apply(before, change)).toBe(after);
      // No more is replaced than what differs.
      expect(change.to - change.from).toBeLessThanOrEqual(one.length);
      expect(change.insert.length).toBeLessThanOrEqual(other.length);
    }),
  );
});

it("leaves alone what is the same", () => {
  expect(difference("aaa", "aa")).toEqual({ from: 2, to: 3, insert: "" });
  expect(difference("const x = 1;", "const y = 1;")).toEqual({ from: 6, to: 7, insert: "y" });
  expect(difference("same", "same")).toEqual({ from: 4, to: 4, insert: "" });
});
