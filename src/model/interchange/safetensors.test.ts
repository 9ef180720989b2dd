import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  openSafetensors,
  parseSafetensors,
  Random,
  randn,
  readSafetensors,
  safetensorsParts,
  type Tensor,
  tensor,
  writeSafetensors,
  zeros,
} from "../index.ts";

const file = (header: unknown, numbers: number[] = []): Uint8Array => {
  const json = new TextEncoder().encode(
    typeof header === "string" ? header : JSON.stringify(header),
  );
  const bytes = new Uint8Array(8 + json.length + numbers.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(numbers, 8 + json.length);
  return bytes;
};
const entry = (start: number, end: number, shape = [(end - start) / 4], dtype = "F32") => ({
  dtype,
  shape,
  data_offsets: [start, end],
});

/** A stream that tells how many bytes were taken from it, in pieces of a size. */
async function* stream(bytes: Uint8Array, size: number, taken?: (count: number) => void) {
  for (let at = 0; at < bytes.length; at += size) {
    taken?.(Math.min(at + size, bytes.length));
    yield bytes.subarray(at, at + size);
  }
}

const sample = new Map([
  ["a", randn([2, 3], new Random(1))],
  ["ü__proto__", tensor([1.5, -0, Number.NaN, Infinity])],
  ["empty", zeros([0, 4])],
  ["__proto__", tensor([7])],
  ["single", zeros([])],
]);
const bitsOf = (tensors: Map<string, Tensor>) =>
  [...tensors].map(([name, { data, shape }]) => [
    name,
    shape,
    [...new Uint32Array(data.slice().buffer)],
  ]);

describe("safetensors", () => {
  const metadata = { format: "pt", 注: "蛋" };
  const bytes = writeSafetensors(sample, { metadata });

  it("come back with their bits, names, shapes and notes, from wherever they are read", async () => {
    const sources = [
      bytes,
      bytes.slice().buffer,
      new Blob([bytes.slice()]),
      new Blob([bytes.slice()]).stream(),
      new Response(bytes.slice()).body ?? bytes,
      stream(bytes, 1),
      stream(bytes, 7),
    ];
    for (const source of sources) {
      const read = await readSafetensors(source);
      expect(bitsOf(read.tensors).sort()).toEqual(bitsOf(sample).sort());
      expect(read.metadata).toEqual(metadata);
    }
    expect(bitsOf(parseSafetensors(bytes).tensors).sort()).toEqual(bitsOf(sample).sort());
  });

  it("may begin anywhere in a larger block of bytes", () => {
    const block = new Uint8Array(bytes.length + 5);
    block.set(bytes, 5);
    expect(parseSafetensors(block.subarray(5)).tensors.get("a")?.toList()).toEqual(
      sample.get("a")?.toList(),
    );
  });

  it("pass one by one, no more read than is needed", async () => {
    const big = new Map([1, 2, 3].map((i) => [`t${i}`, zeros([1000])]));
    let taken = 0;
    const source = stream(writeSafetensors(big), 100, (count) => {
      taken = count;
    });
    const open = await openSafetensors(source);
    expect(open.entries.map(({ name }) => name)).toEqual(["t1", "t2", "t3"]);
    expect(taken).toBeLessThan(500);
    for await (const [{ name }] of open)
      if (name === "t2") {
        expect(taken).toBeLessThan(8500);
        break;
      }
  });

  it("can be written in parts: the header, then each tensor", () => {
    const parts = [...safetensorsParts(sample, { metadata })];
    expect(parts).toHaveLength(1 + sample.size);
    expect(parts.flatMap((part) => [...part])).toEqual([...bytes]);
    expect(parts[0]?.length).toBe(8 * Math.ceil((parts[0]?.length ?? 0) / 8));
  });

  it("of any names and shapes come back", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: "grapheme" }), { maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
        fc.integer(),
        (names, shape, seed) => {
          const random = new Random(seed);
          const some = names
            .filter((name) => name !== "__metadata__")
            .map((name) => [name, randn(shape, random)] as const);
          const read = parseSafetensors(writeSafetensors(new Map(some))).tensors;
          expect(bitsOf(read).sort()).toEqual(bitsOf(new Map(some)).sort());
        },
      ),
    );
    expect(() => writeSafetensors(new Map([["__metadata__", zeros([1])]]))).toThrow("__metadata__");
  });

  it.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(0), "it has 0 bytes, and a header needs 8"],
    [
      "a header longer than the file",
      file("{}").slice(0, 9),
      "its header would be 2 bytes long, and the file has 9",
    ],
    [
      "a header longer than is allowed",
      new Uint8Array([0, 0, 0, 0, 0, 0, 0, 255]),
      "and 100000000 is the limit",
    ],
    ["what is no JSON", file("{,}"), "its header is not JSON"],
    ["what is no UTF-8", new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0, 0xff]), "its header is not JSON"],
    [
      "a name that is no UTF-8",
      file('{"\u0001":1}').map((b) => (b === 1 ? 0xff : b)),
      "its header is not JSON",
    ],
    ["a mark before the JSON", file("\ufeff{}"), "its header is not JSON"],
    ["a list", file([]), "its header is no JSON object"],
    ["null", file("null"), "its header is no JSON object"],
    ["a tensor that is none", file({ a: 1 }), '"a" is no object'],
    [
      "an unknown type",
      file({ a: entry(0, 4, [1], "I64") }, [0, 0, 0, 0]),
      '"a" has numbers of type "I64"; F32, F16 and BF16 can be read',
    ],
    [
      "an inherited type",
      file({ a: entry(0, 4, [1], "toString") }, [0, 0, 0, 0]),
      'of type "toString"',
    ],
    [
      "a shape below zero",
      file({ a: entry(0, 4, [-1]) }, [0, 0, 0, 0]),
      '"a" has the shape [-1], which is no list of sizes',
    ],
    [
      "a shape that is none",
      file({ a: { ...entry(0, 4), shape: { length: 1 } } }, [0, 0, 0, 0]),
      "no list of sizes",
    ],
    [
      "a shape beyond all numbers",
      file({ a: entry(0, 4, [1e9, 1e9, 1e9]) }, [0, 0, 0, 0]),
      '"a" has 4 bytes, but',
    ],
    [
      "too few bytes for a shape",
      file({ a: entry(0, 4, [2]) }, [0, 0, 0, 0]),
      '"a" has 4 bytes, but [2] numbers of type F32 need 8',
    ],
    ["an end before its start", file({ a: entry(4, 0, [1]) }, [0, 0, 0, 0]), '"a" has -4 bytes'],
    [
      "a place that is none",
      file({ a: { ...entry(0, 4), data_offsets: [0] } }, [0, 0, 0, 0]),
      "no pair of a start and an end",
    ],
    [
      "a tensor over another",
      file({ a: entry(0, 8), b: entry(4, 8) }, Array(8).fill(0)),
      '"b" begins at byte 4, where another tensor stands',
    ],
    [
      "a gap",
      file({ a: entry(0, 4), b: entry(8, 12) }, Array(12).fill(0)),
      '"b" begins at byte 8, and nothing stands before it: the one before ends at 4',
    ],
    [
      "a name that is there twice",
      file(
        `{"a":${JSON.stringify(entry(0, 4))},"a":${JSON.stringify(entry(4, 8))}}`,
        Array(8).fill(0),
      ),
      '"a" begins at byte 4',
    ],
    [
      "more than the file has",
      file({ a: entry(0, 4e9, [1e9]) }, [0]),
      "its tensors need 4000000000 bytes, and 1 are there",
    ],
    ["bytes at the end", file({ a: entry(0, 4) }, Array(5).fill(0)), "1 bytes are left over"],
    [
      "notes that are no texts",
      file({ __metadata__: { a: 1 } }),
      '__metadata__: "a" is 1, which is no text',
    ],
    ["notes that are a list", file({ __metadata__: [] }), "__metadata__ is no object of texts"],
  ])("refuses %s", async (_, bytes, words) => {
    const said = `this is no safetensors file, or a damaged one: `;
    expect(() => parseSafetensors(bytes)).toThrow(said);
    expect(() => parseSafetensors(bytes)).toThrow(words);
    await expect(readSafetensors(bytes)).rejects.toThrow(words);
    await expect(readSafetensors(stream(bytes, 3))).rejects.toThrow(said);
  });

  it("takes no memory for tensors that a stream claims and does not have", async () => {
    const claims = file({ a: entry(0, 4e15, [1e15]) }, [1, 2, 3]);
    await expect(readSafetensors(stream(claims, 10))).rejects.toThrow(
      'it ends in "a": 3 of 4000000000000000 bytes are there',
    );
    await expect(readSafetensors(stream(claims, 10), { size: claims.length })).rejects.toThrow(
      "its tensors need 4000000000000000 bytes, and 3 are there",
    );
  });

  it("with any bytes changed is either read or refused in these words, a stream as a whole", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.nat(bytes.length),
        async (changes, cut) => {
          const wrong = bytes.slice(0, cut < bytes.length / 2 ? bytes.length : cut);
          for (const [at, byte] of changes) if (at < wrong.length) wrong[at] = byte;
          let whole: unknown;
          try {
            whole = bitsOf(parseSafetensors(wrong).tensors);
          } catch (error) {
            expect((error as Error).message).toMatch(/^this is no safetensors file/);
          }
          const streamed = await readSafetensors(stream(wrong, 7)).then(
            ({ tensors }) => bitsOf(tensors),
            (error: Error) => void expect(error.message).toMatch(/^this is no safetensors file/),
          );
          expect(streamed).toEqual(whole);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
