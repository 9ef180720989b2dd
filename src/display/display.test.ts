import { afterEach, describe, expect, it, vi } from "vitest";
import { readDisplay, describe as show, toText } from "./display.ts";
import {
  choice,
  type Host,
  progress,
  setHost,
  show as showNow,
  slider,
  text,
  toggle,
} from "./index.ts";
import { showText } from "./kinds/text/text.ts";
import { quote } from "./quote.ts";
import { readResult } from "./read.ts";

describe("any value can be shown", () => {
  const circular: Record<string, unknown> = { name: "loop" };
  circular["self"] = circular;
  it.each([
    [
      "a getter that throws",
      Object.defineProperty({}, "x", {
        enumerable: true,
        get: () => {
          throw new Error("no");
        },
      }),
    ],
    [
      "a proxy that throws at every touch",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("no");
          },
          ownKeys: () => {
            throw new Error("no");
          },
        },
      ),
    ],
    ["a circle", circular],
    ["what has no prototype", Object.create(null)],
    ["what pretends to be a tensor", { shape: [2, 2], data: "no" }],
    ["what pretends to be a display", { kind: "bars", labels: 5 }],
    ["own __proto__ keys", JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}')],
    ["a symbol", Symbol("s")],
    ["a function", () => 1],
    ["a bigint", 10n ** 50n],
    ["a map and a set", [new Map([[{}, 1]]), new Set([1])]],
    [
      "a thing whose toString throws",
      {
        toString: () => {
          throw new Error("no");
        },
      },
    ],
  ])("%s", (_, value) => {
    const display = show(value);
    expect(() => toText(display)).not.toThrow();
    expect(readDisplay(structuredClone(display))).toEqual(display);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("of a million numbers, the first few hundred only", () => {
    let read = 0;
    const big = new Proxy(
      Array.from({ length: 1_000_000 }, (_, i) => i),
      {
        get: (list, key) => {
          read++;
          return Reflect.get(list, key);
        },
      },
    );
    const display = show(big);
    expect(read).toBeLessThan(10_000);
    expect(JSON.stringify(display).length).toBeLessThan(50_000);
    expect(display).toMatchObject({ node: { text: "Array(1000000)", more: 999_800 } });
  });

  it("a string of a million letters is cut, and says so", () => {
    expect(toText(show("a".repeat(1_000_000)))).toMatch(/… \(990,000 more\)$/);
  });
});

describe("reading what a hostile cell made", () => {
  it.each([
    undefined,
    null,
    5,
    "x",
    [],
    {},
    { kind: "script" },
    { kind: "__proto__" },
    { kind: "constructor" },
    { kind: { toString: "bars" } },
  ])("refuses %j as a display", (raw) => {
    expect(() => readDisplay(raw)).toThrow();
  });

  it("refuses groups in groups without end", () => {
    let display: unknown = { kind: "text", text: "deep" };
    for (let i = 0; i < 50; i++) display = { kind: "group", direction: "row", items: [display] };
    expect(() => readDisplay(display)).toThrow(/too deep/);
    expect(readDisplay({ kind: "text", text: "still works" })).toEqual(showText("still works"));
  });

  it("keeps of a result what an honest one has, and bounds it", () => {
    const output = { display: { kind: "text", text: "x" }, extra: 1 };
    const result = readResult({
      outputs: Array.from({ length: 500 }, () => output),
      log: [{ level: "shout", text: "hi" }],
      values: JSON.parse('{"n": 1, "s": "a", "o": {}, "__proto__": 3}'),
      shapes: JSON.parse('{"scores": [4, 4, 1, 1, 1, 1, 1, 1, 1], "__proto__": [1]}'),
      error: {
        name: "Error",
        message: "m".repeat(5000),
        module: "a/cells/b.ts",
        line: 3,
        column: Number.NaN,
      },
      verdict: { solved: "yes", finding: { en: "e", zh: "z" } },
      milliseconds: -1,
      more: true,
    });
    expect(result.outputs.length).toBe(200);
    expect(result.outputs[0]).toEqual({ display: { kind: "text", text: "x" } });
    expect(result.log).toEqual([{ level: "log", text: "hi" }]);
    expect(result.values).toEqual({ n: 1, s: "a" });
    expect(result.shapes).toEqual({ scores: [4, 4, 1, 1, 1, 1, 1, 1] });
    expect(() => readResult({ ...result, shapes: { scores: ["<b>"] } })).toThrow();
    expect(result.error?.message.length).toBeLessThan(2100);
    expect(result.error).not.toHaveProperty("column");
    expect(result.verdict).toEqual({ solved: false, finding: { en: "e", zh: "z" } });
    expect(result.milliseconds).toBe(0);
    expect(result).not.toHaveProperty("more");
  });
});

describe("the host", () => {
  afterEach(() => setHost());

  it("gets what a cell shows and asks for", () => {
    const seen: unknown[] = [];
    const host: Host = {
      show: (display, key) => seen.push([display.kind, key]),
      progress: (...args) => seen.push(args),
      finishing: () => new AbortController().signal,
      input: (input) => (input.control === "slider" ? { ...input, value: 3 } : input),
      file: () => undefined,
      kept: async () => undefined,
      keep: async () => undefined,
    };
    setHost(host);
    showNow("hello", "greeting");
    progress(1, 10, "training");
    expect(slider("size", { min: 0, max: 5, value: 1 })).toBe(3);
    expect(choice("who", { options: ["a", "b"] })).toBe("a");
    expect(toggle("mask")).toBe(false);
    expect(text("prompt", { value: "Humpty" })).toBe("Humpty");
    expect(seen).toEqual([
      ["text", "greeting"],
      [1, 10, "training"],
      ["input", "input:size"],
      ["input", "input:who"],
      ["input", "input:mask"],
      ["input", "input:prompt"],
    ]);
  });

  it("is the console under plain Node, where controls have the book's values", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    showNow({ a: 1 });
    expect(slider("size", { min: 0, max: 5, value: 1 })).toBe(1);
    expect(log.mock.calls).toEqual([["{…} { a: 1 }"], ["size = 1"]]);
    log.mockRestore();
  });

  it("says what a control lacks", () => {
    expect(() => slider("size", { min: 5, max: 0, value: 1 })).toThrow(
      'slider "size": min must be less than max, got 5 and 0',
    );
    expect(() => choice("who", { options: [] })).toThrow('choice "who": needs at least one option');
  });
});

it("quotes numbers with a true minus sign", () => {
  expect([quote(-1.005, 1), quote(3), quote("x"), quote(0.5, 2)]).toEqual([
    "−1.0",
    "3",
    "x",
    "0.50",
  ]);
  expect([quote(-1.8e-13, 1), quote(0, 1), quote(3e-8, 7), quote(0.4, 0)]).toEqual([
    "−1.8e−13",
    "0.0",
    "0.0000000",
    "0",
  ]);
});
