import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyString } from "../fixtures/strings.ts";
import { gpt2Pieces } from "./pieces.ts";

describe("GPT-2's pieces", () => {
  it("are words with the space before them, numbers, signs and spaces", () => {
    expect(gpt2Pieces("Humpty's 2 eggs,   and\n")).toEqual([
      "Humpty",
      "'s",
      " 2",
      " eggs",
      ",",
      "  ",
      " and",
      "\n",
    ]);
    expect(gpt2Pieces("I've he'd they're I'm")).toEqual([
      "I",
      "'ve",
      " he",
      "'d",
      " they",
      "'re",
      " I",
      "'m",
    ]);
    expect(gpt2Pieces("we'll can't 你好 a1")).toEqual([
      "we",
      "'ll",
      " can",
      "'t",
      " 你好",
      " a",
      "1",
    ]);
  });

  it("leave nothing out", () => {
    fc.assert(
      fc.property(anyString, (text) => {
        expect(gpt2Pieces(text).join("")).toBe(text);
      }),
    );
  });

  it("take as spaces what the original's Python does, not what JavaScript does", () => {
    expect(gpt2Pieces("a.\ufeff\u0085b")).toEqual(["a", ".\ufeff", "\u0085", "b"]);
  });
});
