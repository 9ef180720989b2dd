import { describe, expect, it } from "vitest";
import { readInput, withValue } from "./input.ts";
import { textFile } from "./text-file.ts";

const file = { kind: "input", name: "text", control: "file", value: "" } as const;

describe("a control for a file", () => {
  it("tells which was chosen, and forgets it when it is taken away", () => {
    const chosen = withValue(file, new File(["12345"], "poem.txt"));
    expect(chosen.value).toBe("poem.txt, 5 B");
    expect(withValue(chosen, "").value).toBe("");
    expect(withValue(file, 5)).toBe(file);
  });

  it("takes a text for a file that is the same as long as the text is", () => {
    const [one, same, other] = ["a poem", "a poem", "a song"].map(textFile);
    expect(one?.lastModified).toBe(same?.lastModified);
    expect(one?.lastModified).not.toBe(other?.lastModified);
    expect(textFile(" \n")).toBeUndefined();
  });
});

describe("a control from a cell that may be hostile", () => {
  it("comes back as it was, with where it stood at first", () => {
    const slider = { ...{ kind: "input", name: "n", control: "slider" }, min: 0, max: 9, step: 1 };
    for (const one of [
      { ...slider, value: 5, initial: 2 },
      { kind: "input", name: "t", control: "toggle", value: true, initial: false },
      { ...file, accept: ".txt", paste: true, initial: "" },
    ])
      expect(readInput(one)).toEqual(one);
  });

  it("has at first what it can have at all", () => {
    const toggle = { kind: "input", name: "t", control: "toggle", value: true };
    expect(readInput({ ...toggle, initial: {} }).initial).toBe(true);
    expect(readInput({ ...file, initial: "<b>" }).initial).toBe("");
    expect(() => readInput({ ...toggle, control: "bomb" })).toThrow("a text or a file");
  });
});
