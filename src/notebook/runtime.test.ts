import * as display from "@humpty/display";
import { describe, expect, it } from "vitest";
import { type EvaluateOptions, evaluate } from "./runtime.ts";
import type { CellResult, Output } from "./types.ts";

const run = (
  cell: () => Record<string, unknown> | Promise<Record<string, unknown>>,
  options: Partial<EvaluateOptions> = {},
): Promise<CellResult> =>
  evaluate(async () => cell(), { module: "01-a/cells/x.ts", inputs: {}, display, ...options });

describe("a run of a cell", () => {
  it("shows in order, the default export last, and replaces what has the same key", async () => {
    const seen: Output[] = [];
    const result = await run(
      () => {
        display.show("first");
        display.show("1 of 2", "count");
        display.show("between");
        display.show("2 of 2", "count");
        return { default: "last" };
      },
      { onShow: (output) => seen.push(output) },
    );
    const texts = ["first", "2 of 2", "between", "last"];
    expect(result.outputs.map((one) => one.display)).toMatchObject(texts.map((text) => ({ text })));
    expect(seen.map((one) => one.key)).toEqual([undefined, "count", undefined, "count", undefined]);
  });

  it("keeps plain named exports as values, and what it prints", async () => {
    const result = await run(() => {
      console.log("size", 4, [1, 2], { a: -0 });
      console.warn(new Float32Array(1_000_000));
      return { n: 0.1, yes: true, word: "hi", list: [1], default: 1 };
    });
    expect(result.values).toEqual({ n: 0.1, yes: true, word: "hi" });
    expect(result.log[0]).toEqual({ level: "log", text: "size 4 [1, 2] { a: -0 }" });
    expect(result.log[1]?.text).toMatch(/^Float32Array \[0, 0, .*… 999980 more\]$/);
  });

  it("tells the shapes of exported tensors, whatever else pretends to have one", async () => {
    const result = await run(() => ({
      scores: { shape: [2, 3], data: new Float32Array(6) },
      words: { shape: "round", data: [] },
      trap: {
        get shape(): never {
          throw new Error("not to be looked at");
        },
      },
      default: { shape: [1], data: [1] },
    }));
    expect(result.shapes).toEqual({ scores: [2, 3] });
    expect(result.error).toBeUndefined();
    expect(await run(() => ({ n: 1 }))).not.toHaveProperty("shapes");
  });

  it("gives controls the reader's values", async () => {
    const result = await run(() => ({ n: display.slider("n", { min: 0, max: 10, value: 1 }) }), {
      inputs: { n: 7 },
    });
    expect(result.values).toEqual({ n: 7 });
    expect(result.outputs[0]).toMatchObject({
      key: "input:n",
      display: { kind: "input", value: 7 },
    });
  });

  it("is bounded", async () => {
    const result = await run(() => {
      for (let i = 0; i < 10_000; i++) {
        display.show(i);
        console.log(i);
      }
      return {};
    });
    expect(result.outputs.length).toBe(200);
    expect(result.log.length).toBe(501);
    expect(result.log.at(-1)?.text).toMatch(/more/);
  });

  it("keeps what was shown before it failed, and leaves the console as it was", async () => {
    const { log } = console;
    const result = await run(() => {
      display.show("before");
      throw new TypeError("no");
    });
    expect(result.outputs.length).toBe(1);
    expect(result.error).toMatchObject({ name: "TypeError", message: "no" });
    expect(console.log).toBe(log);
  });

  it("asks an exercise's check for its verdict, and tells what the check could not run", async () => {
    const finding = { en: "Not yet.", zh: "还没有。" };
    const check = (answer: Record<string, unknown>) => (answer["n"] === 2 ? undefined : finding);
    const importCheck = async () => ({ default: check });
    expect((await run(() => ({ n: 2 }), { importCheck })).verdict).toEqual({ solved: true });
    expect((await run(() => ({ n: 1 }), { importCheck })).verdict).toEqual({
      solved: false,
      finding,
    });
    const broken = async () => ({
      default: () => {
        throw new Error("double is not a function");
      },
    });
    expect((await run(() => ({}), { importCheck: broken })).error?.message).toMatch(/double/);
  });

  it("ends early where it listens, was asked to, and was not done already", async () => {
    const signal = AbortSignal.abort();
    const early = async (listens: boolean, done: number) => {
      const cell = () => {
        if (listens) expect(display.finishing().aborted).toBe(true);
        display.progress(done, 9);
        return {};
      };
      return (await run(cell, { signal })).early;
    };
    expect(await early(true, 3)).toBe(3);
    expect(await early(true, 9)).toBeUndefined();
    expect(await early(false, 3)).toBeUndefined();
    const open = await run(() => ({ ended: display.finishing().aborted }));
    expect(open).toMatchObject({ values: { ended: false } });
  });

  it("keeps with its bytes how far it had come", async () => {
    const kept: unknown[] = [];
    const keep = async (...what: unknown[]) => void kept.push(what[3]);
    const cell = async () => {
      await display.keep("x", new Uint8Array());
      display.progress(3, 9, "a note");
      await display.keep("x", new Uint8Array());
      return {};
    };
    await run(cell, { keeping: { keep, kept: async () => undefined } });
    expect(kept).toEqual([undefined, { done: 3, total: 9 }]);
  });
});
