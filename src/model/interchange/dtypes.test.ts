import { describe, expect, it } from "vitest";
import { parseSafetensors, Random, tensor, writeSafetensors } from "../index.ts";
import { type Dtype, decode, encode } from "./dtypes.ts";

const float = (bytes: number[], dtype: Dtype): number => {
  const out = new Float32Array(1);
  decode(Uint8Array.from(bytes), dtype, out);
  return out[0] ?? 0;
};
const half = (x: number, dtype: Dtype): number => {
  const [low = 0, high = 0] = encode(Float32Array.of(x), dtype);
  return low | (high << 8);
};

/** The value of 16 bits of IEEE 754, from its definition. */
function defined(pattern: number, exponentBits: number): number {
  const fractionBits = 15 - exponentBits;
  const bias = 2 ** (exponentBits - 1) - 1;
  const sign = pattern & 0x8000 ? -1 : 1;
  const exponent = (pattern >> fractionBits) & (2 ** exponentBits - 1);
  const fraction = (pattern & (2 ** fractionBits - 1)) / 2 ** fractionBits;
  if (exponent === 2 ** exponentBits - 1) return fraction === 0 ? sign * Infinity : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** (1 - bias);
  return sign * (1 + fraction) * 2 ** (exponent - bias);
}

describe.each([
  ["F16", 5],
  ["BF16", 8],
] as const)("%s", (dtype, exponentBits) => {
  const all = Array.from({ length: 0x10000 }, (_, pattern) => pattern);

  it("is read as it is defined, each of its 65,536 patterns, and written back", () => {
    for (const pattern of all) {
      const wanted = defined(pattern, exponentBits);
      const got = float([pattern & 0xff, pattern >> 8], dtype);
      if (!Object.is(got, wanted)) expect(got, String(pattern)).toBe(wanted);
      const back = half(got, dtype);
      if (Number.isNaN(wanted)) expect(defined(back, exponentBits)).toBeNaN();
      else if (back !== pattern) expect(back).toBe(pattern);
    }
  });

  it("is rounded to the nearest, ties to the even pattern", () => {
    const random = new Random(1);
    // Neighbors among the positive ones: between them, the middle and just beside it.
    const top = dtype === "F16" ? 0x7bff : 0x7f7f;
    for (let i = 0; i < 20_000; i++) {
      const low = random.integer(top);
      const [a, b] = [defined(low, exponentBits), defined(low + 1, exponentBits)];
      const middle = (a + b) / 2;
      if (Math.fround(middle) !== middle) continue;
      const even = low % 2 === 0 ? low : low + 1;
      expect(half(middle, dtype)).toBe(even);
      expect(half(-middle, dtype)).toBe(even | 0x8000);
      const bits = new Uint32Array(Float32Array.of(middle).buffer);
      const beside = (by: number) =>
        new Float32Array(Uint32Array.of((bits[0] ?? 0) + by).buffer)[0] ?? 0;
      expect(half(beside(-1), dtype)).toBe(low);
      expect(half(beside(1), dtype)).toBe(low + 1);
    }
    const most = defined(top, exponentBits);
    expect(half(most * 1.0001, dtype)).toBe(top);
    expect(defined(half(3.4e38, dtype), exponentBits)).toBe(Infinity);
  });
});

it("files hold numbers in 16 bits", () => {
  const numbers = tensor([1, -2.5, 65504, 1e-7, 0.1]);
  const read = (dtype: Dtype) =>
    parseSafetensors(writeSafetensors(new Map([["a", numbers]]), { dtype }))
      .tensors.get("a")
      ?.toList();
  expect(read("F16")).toEqual([1, -2.5, 65504, 2 / 2 ** 24, 0.0999755859375]);
  expect(read("BF16")?.slice(0, 3)).toEqual([1, -2.5, 65536]);
});
