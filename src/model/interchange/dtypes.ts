/** How numbers stand in a file: 32 bits, 16 bits of IEEE 754, or the upper half of the 32 (bfloat16). */
export type Dtype = "F32" | "F16" | "BF16";

export const bytesOf: Readonly<Record<Dtype, number>> = { F32: 4, F16: 2, BF16: 2 };

export const isDtype = (name: unknown): name is Dtype =>
  typeof name === "string" && Object.hasOwn(bytesOf, name);

const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);

/** Numbers of a file as 32-bit floats. Every one of 16 bits has its exact equal there. */
export function decode(bytes: Uint8Array, dtype: Dtype, into: Float32Array): void {
  if (dtype === "F32") {
    new Uint8Array(into.buffer, into.byteOffset, into.byteLength).set(bytes);
    return;
  }
  const words = new Uint32Array(into.buffer, into.byteOffset, into.length);
  const widen = dtype === "BF16" ? (half: number) => half << 16 : fromHalf;
  for (let i = 0; i < words.length; i++)
    words[i] = widen((bytes[2 * i] ?? 0) | ((bytes[2 * i + 1] ?? 0) << 8));
}

/** 32-bit floats as they stand in a file; those that 16 bits cannot hold are rounded to the nearest that they can, ties to the even one. */
export function encode(numbers: Float32Array, dtype: Dtype): Uint8Array {
  if (dtype === "F32")
    return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength).slice();
  const words = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  const bytes = new Uint8Array(2 * words.length);
  const narrow = dtype === "BF16" ? toBrain : toHalf;
  for (let i = 0; i < words.length; i++) {
    const half = narrow(words[i] ?? 0);
    bytes[2 * i] = half;
    bytes[2 * i + 1] = half >>> 8;
  }
  return bytes;
}

function fromHalf(half: number): number {
  const sign = (half & 0x8000) << 16;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return sign | 0x7f800000 | (fraction << 13);
  if (exponent > 0) return sign | ((exponent + 112) << 23) | (fraction << 13);
  float[0] = fraction / 0x1000000; // A subnormal: so many times 2⁻²⁴.
  return sign | (bits[0] ?? 0);
}

function toHalf(word: number): number {
  const sign = (word >>> 16) & 0x8000;
  const size = word & 0x7fffffff;
  if (size > 0x7f800000) return sign | 0x7e00 | ((size >>> 13) & 0x3ff);
  if (size >= 0x477ff000) return sign | 0x7c00; // 65520 and more, infinity too.
  if (size >= 0x38800000) return sign | ((size - 0x38000000 + 0xfff + ((size >>> 13) & 1)) >>> 13);
  if (size < 0x33000000) return sign;
  const shift = 126 - (size >>> 23);
  const fraction = (size & 0x7fffff) | 0x800000;
  const rest = fraction & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  const down = fraction >>> shift;
  return sign | (down + (rest > half || (rest === half && (down & 1) === 1) ? 1 : 0));
}

function toBrain(word: number): number {
  if ((word & 0x7fffffff) > 0x7f800000) return (word >>> 16) | 0x40;
  return (word + 0x7fff + ((word >>> 16) & 1)) >>> 16;
}
