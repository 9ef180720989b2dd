import { beforeAll, describe, expect, it } from "vitest";
import * as model from "../../model/index.ts";
import { type Entry, type Reference, referenceOf } from "./entries.ts";
import { readPackage } from "./typedoc.ts";
import type { Piece } from "./types.ts";

const text = (code: Piece[]): string =>
  code.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");

describe("the reference of the model package", () => {
  let reference: Reference;
  let entries: Entry[];
  const entry = (anchor: string): Entry | undefined =>
    entries.flatMap((one) => [one, ...one.members]).find((one) => one.anchor === anchor);

  beforeAll(async () => {
    reference = referenceOf(await readPackage());
    entries = reference.families.flatMap(({ entries }) => entries);
  }, 60_000);

  it("has everything that the package exports, once, with a sentence on each", () => {
    const anchors = entries.map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const name of Object.keys(model)) {
      const found = anchors.filter((one) => one === name || one.startsWith(`${name}.`));
      expect(found, name).not.toHaveLength(0);
    }
    expect(entries.filter(({ about }) => about === "").map(({ anchor }) => anchor)).toEqual([]);
  });

  it("writes declarations as TypeScript does", () => {
    expect(entry("linear")?.code.map(text)).toEqual([
      "linear(x: Tensor, weight: Tensor, bias?: Tensor): Tensor",
    ]);
    expect(entry("GPT")?.code.map(text)).toEqual(["class GPT extends Module"]);
    expect(entry("GPT.constructor")?.code.map(text)).toEqual([
      "new GPT(options: GPTConfig & { random: Random })",
    ]);
    expect(entry("Tensor.at")?.code.map(text)).toEqual(["at(...index: number[]): number"]);
    expect(entry("splitData")?.code).toHaveLength(2);
    expect(entry("Nested")?.code.map(text)).toEqual(["type Nested = number | readonly Nested[]"]);
    expect(entry("BpeFiles.vocab.json")?.code.map(text)).toEqual(['"vocab.json": string']);
  });

  it("says what goes in, what comes out and what is refused", () => {
    const forward = entry("GPT.forward");
    expect(forward?.parameters.map(({ name }) => name)).toContain("tokens");
    expect(forward?.returns).toBe("[batch, time, vocabulary]");
    expect(forward?.throws[0]).toMatch(/longer than the context/);
  });

  it("leads from a name to where it is told of", () => {
    const code = entry("linear")?.code.flat() ?? [];
    const links = code.filter((piece) => typeof piece !== "string");
    expect(links).toHaveLength(4);
    for (const { target } of links)
      expect(reference.places.get(target)).toEqual({ family: "tensors", anchor: "Tensor" });
  });

  it("keeps what is inner to itself", () => {
    expect(entry("Tensor.storage")).toBeUndefined();
    expect(entry("Linear.parameters")).toBeUndefined();
    expect(entry("Module.parameters")).toBeDefined();
    expect(entry("AdamWOptions.lr")).toBeDefined();
  });

  it("refuses a file that has no page", () => {
    const stray = { id: 1, name: "stray", kind: 64, flags: {}, variant: "declaration" };
    const project = { children: [{ ...stray, sources: [{ fileName: "stray.ts" }] }] };
    expect(() => referenceOf(project as never)).toThrow(
      "the reference has no page for stray of stray.ts: see families.ts",
    );
  });
});
