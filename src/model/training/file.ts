import { sizeOf } from "../shape.ts";
import { Tensor } from "../tensor.ts";

/**
 * Tensors and texts in one file of bytes, in safetensors' layout: the header's length in 8 bytes, the header in JSON, the numbers. A sum over all of it
 * stands among the texts, so that a file of which one bit is wrong is known.
 */
export function writeFile(
  tensors: ReadonlyMap<string, Tensor>,
  texts: Readonly<Record<string, string>>,
): Uint8Array {
  const header: Record<string, unknown> = {
    __metadata__: { ...texts, sum: sumOf(tensors, texts) },
  };
  let end = 0;
  for (const [name, { shape, size }] of tensors) {
    header[name] = { dtype: "F32", shape, data_offsets: [end, end + 4 * size] };
    end += 4 * size;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = 8 * Math.ceil((8 + json.length) / 8);
  const bytes = new Uint8Array(start + end);
  bytes.fill(0x20, 8, start);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(start - 8), true);
  bytes.set(json, 8);
  let at = start;
  for (const { data } of tensors.values()) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}

interface Entry {
  dtype: string;
  shape: number[];
  data_offsets: [number, number];
}

/** @throws when the bytes are not just as `writeFile` made them; `who` read them */
export function readFile(who: string, bytes: Uint8Array) {
  const damaged = (what: string): Error =>
    new Error(`${who}: this is no checkpoint, or a damaged one: ${what}`);
  const length = bytes.length < 8 ? 0 : Number(dataView(bytes).getBigUint64(0, true));
  const start = 8 + length;
  if (length < 2 || start > bytes.length)
    throw damaged(`of ${bytes.length} bytes, the header would need ${length}`);
  let header: Record<string, Entry> & { __metadata__: Record<string, string> };
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, start)));
  } catch {
    throw damaged("the header is not JSON");
  }
  const { __metadata__: metadata, ...entries } = header ?? {};
  const { sum, ...texts } = metadata ?? {};
  const tensors = new Map<string, Tensor>();
  let end = start;
  for (const [name, entry] of Object.entries(entries)) {
    const { dtype, shape, data_offsets: [from, to] = [-1, -1] } = entry ?? {};
    const fits = start + from === end && start + to <= bytes.length;
    if (!fits || dtype !== "F32" || !Array.isArray(shape) || to - from !== 4 * sizeOf(shape))
      throw damaged(`${name} does not stand where it should; there are ${bytes.length} bytes`);
    // A copy, for numbers must stand at addresses that 4 divides.
    const numbers = new Float32Array(bytes.slice(start + from, start + to).buffer);
    tensors.set(name, new Tensor(numbers, shape));
    end = start + to;
  }
  if (end !== bytes.length) throw damaged(`${bytes.length - end} bytes are left over`);
  if (sum !== sumOf(tensors, texts)) throw damaged("its sum is wrong");
  return { tensors, texts };
}

const dataView = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** A number that no change of one bit leaves as it was (Fowler, Noll and Vo's, by units of 16 and 32 bits). */
function sumOf(
  tensors: ReadonlyMap<string, Tensor>,
  texts: Readonly<Record<string, string>>,
): string {
  let sum = 0x811c9dc5;
  const add = (unit: number): void => {
    sum = Math.imul(sum ^ unit, 0x01000193);
  };
  const heads = [...tensors].map(([name, { shape }]) => [name, shape]);
  for (const character of JSON.stringify([texts, heads])) add(character.codePointAt(0) ?? 0);
  for (const { data } of tensors.values()) {
    const units = new Uint32Array(data.buffer, data.byteOffset, data.length);
    for (let i = 0; i < units.length; i++) add(units[i] ?? 0);
  }
  return (sum >>> 0).toString(16);
}
