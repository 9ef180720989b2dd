import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBytes, showBytes, toBytes } from "./bytes.ts";
import { anyString } from "./fixtures/strings.ts";

describe("bytes of a text", () => {
  it("are UTF-8, as the engine writes it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(toBytes(text)).toEqual([...new TextEncoder().encode(text)]);
      }),
      { numRuns: 1000 },
    );
  });

  it("give any string back, even half a character", () => {
    fc.assert(
      fc.property(anyString, (text) => {
        expect(fromBytes(toBytes(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
    expect(toBytes("\ud83e")).toEqual([0xed, 0xa0, 0xbe]);
  });

  it("become text as the engine reads it, whatever they are, where no surrogate is written", () => {
    const edges = [
      0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xec, 0xef, 0xf0, 0xf4, 0xf5,
    ];
    const byte = fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 0, max: 255 }));
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    fc.assert(
      fc.property(fc.array(byte), (bytes) => {
        fc.pre(!bytes.includes(0xed));
        expect(fromBytes(bytes)).toBe(decoder.decode(new Uint8Array(bytes)));
      }),
      { numRuns: 5000 },
    );
  });

  it("show as text where they are one, else as numbers", () => {
    expect(showBytes(toBytes("ñ 🥚"))).toBe("ñ 🥚");
    expect(showBytes(toBytes("\ufffd"))).toBe("\ufffd");
    expect(showBytes([0xe2, 0x0a])).toBe("<0xE2><0x0A>");
  });
});
