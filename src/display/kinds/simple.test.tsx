import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { type Display, readDisplay, describe as show, toText } from "../display.ts";
import { bars, beside, stack, table, tokens } from "../index.ts";
import { DisplayView } from "../views.tsx";
import { makeInput } from "./input/input.ts";

const draw = (display: Display): string => renderToString(h(DisplayView, { display, lang: "en" }));

/** Each simple kind: a display of it, what its plain text says, and what its drawing must hold. */
const kinds: Record<string, { display: Display; text: string; drawn: (string | RegExp)[] }> = {
  text: { display: show("a < b\nline"), text: "a < b\nline", drawn: ["a &lt; b"] },
  value: {
    display: show({ a: [1, "two"], b: null }),
    text: '{…} { a: Array(2) { 0: 1, 1: "two" }, b: null }',
    drawn: [/<details[^>]*>/, /<summary>/, "Array(2)"],
  },
  bars: {
    display: bars(["her", "him"], [0.75, 0.25], { title: "next word", highlight: "her" }),
    text: "next word\nher: 0.75\nhim: 0.25",
    drawn: ["<caption>next word</caption>", 'width="75.00%"', /d-bars-high[\s\S]*her/, "0.25"],
  },
  tokens: {
    display: tokens(["sat", { text: "on a", weight: 0.5, id: 7 }, { text: "the", mark: true }], {
      title: "tokens",
    }),
    text: "tokens\nsat | on a #7 0.50 | *the*",
    drawn: ["on·a", 'data-level="5"', "0.50", "7"],
  },
  table: {
    display: table(
      [
        { word: "sat", score: -1.5 },
        { word: "on", score: 2 },
      ],
      { digits: 1 },
    ),
    text: "word  score\nsat   −1.5\non    2",
    drawn: ['<th scope="col">word</th>', "−1.5"],
  },
  group: {
    display: beside("a", bars(["x"], [1])),
    text: "a\nx: 1",
    drawn: ["d-group-row", "d-bars"],
  },
  slider: {
    display: makeInput({
      kind: "input",
      name: "size",
      control: "slider",
      min: 0,
      max: 2,
      step: 0.5,
      value: 1,
    }),
    text: "size = 1",
    drawn: ['type="range"', 'max="2"', "<output>1"],
  },
  choice: {
    display: makeInput({
      kind: "input",
      name: "who",
      control: "choice",
      options: ["a", "b"],
      value: "b",
    }),
    text: "who = b",
    drawn: ["<select", /selected[^>]*value="b"|value="b"[^>]*selected/],
  },
  toggle: {
    display: makeInput({ kind: "input", name: "mask", control: "toggle", value: true }),
    text: "mask = true",
    drawn: ['type="checkbox"', "checked"],
  },
  "text input": {
    display: makeInput({ kind: "input", name: "prompt", control: "text", value: 'a "b"' }),
    text: 'prompt = a "b"',
    drawn: ['type="text"', "a &quot;b&quot;"],
  },
};

describe.each(Object.entries(kinds))("%s", (_, { display, text, drawn }) => {
  it("says in plain text what it shows", () => expect(toText(display)).toBe(text));

  it("is drawn without a browser, and without inline styles", () => {
    const html = draw(display);
    for (const part of drawn) expect(html).toMatch(typeof part === "string" ? literal(part) : part);
    expect(html).not.toContain("style=");
  });

  it("comes back the same from the reader of hostile data", () => {
    expect(readDisplay(structuredClone(display))).toEqual(display);
  });

  it("refuses, with a plain error, whatever is broken in it", () => {
    for (const key of Object.keys(display)) {
      if (key === "kind") continue;
      for (const bad of [null, 5, "x", {}, [[]], () => 1]) {
        try {
          draw(readDisplay({ ...display, [key]: bad }));
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect((error as Error).name).toBe("Error");
        }
      }
    }
  });
});

const literal = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));

describe("constructors", () => {
  it("say what does not fit", () => {
    expect(() => bars(["a"], [1, 2])).toThrow("bars: 1 labels and 2 values: needs as many of both");
    expect(() => bars(["a", "b"], [[1], [2, 3]])).toThrow(/row 1 has 2 numbers, row 0 has 1/);
  });

  it("take many things, and say how many are left out", () => {
    const many = Array.from({ length: 1000 }, (_, i) => `word${i}`);
    expect(draw(tokens(many))).toContain("… 800 more");
    expect(draw(table(many.map((word) => ({ word }))))).toContain("… 800 more");
    expect(draw(table([{ "": "two", is: 2 }]))).toContain(
      '<tr><td></td><th scope="col">is</th></tr>',
    );
  });

  it("stack and set side by side whatever can be shown", () => {
    expect(stack(1, "a", [1, 2])).toMatchObject({
      direction: "column",
      items: [{ kind: "value" }, { kind: "text" }, { kind: "value" }],
    });
  });
});
