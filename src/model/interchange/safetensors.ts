import { sizeOf } from "../shape.ts";
import { Tensor } from "../tensor.ts";
import { ByteReader, type ByteSource } from "./bytes.ts";
import { bytesOf, type Dtype, decode, encode } from "./dtypes.ts";
import { type Entry, type Header, headerLength, readHeader } from "./header.ts";

/** A file of tensors: by name, in the file's order, and the texts beside them. */
export interface Safetensors {
  tensors: Map<string, Tensor>;
  metadata: Record<string, string>;
}

/** What is known of a file beforehand. */
export interface SafetensorsOptions {
  /** How many bytes a stream has, such as a response's Content-Length: then a file that lies is known before memory is taken. */
  size?: number;
}

/** What a file is to hold besides tensors. */
export interface WriteOptions {
  /** Numbers are rounded to the nearest that the type has. */
  dtype?: Dtype;
  metadata?: Readonly<Record<string, string>>;
}

/**
 * A safetensors file (Hugging Face's format: the header's length in 8 bytes, the header in JSON, the numbers), whole. F16 and BF16 become 32-bit floats.
 * @throws when it is none or damaged, saying what is wrong; before memory is taken for tensors that are not there
 */
export async function readSafetensors(
  source: ByteSource,
  options: SafetensorsOptions = {},
): Promise<Safetensors> {
  const file = await openSafetensors(source, options);
  const tensors = new Map<string, Tensor>();
  for await (const [{ name }, tensor] of file) tensors.set(name, tensor);
  return { tensors, metadata: file.metadata };
}

/** A file that is being read: its header, and its tensors one by one. */
export interface OpenSafetensors
  extends Header,
    AsyncIterable<readonly [entry: Entry, tensor: Tensor]> {}

/**
 * A file tensor by tensor, in its order, for one that is larger than what memory can hold at once. It can be looped over once.
 * @throws when its header is wrong; looping throws when its numbers end too early or too late
 */
export async function openSafetensors(
  source: ByteSource,
  { size }: SafetensorsOptions = {},
): Promise<OpenSafetensors> {
  const bytes = new ByteReader(source, size);
  try {
    const length = headerLength(await bytes.read(8), bytes.size);
    const json = await bytes.read(length);
    if (json.length < length)
      throw new Error(`it ends in its header: ${json.length} of ${length} bytes are there`);
    const header = readHeader(json, bytes.size === undefined ? undefined : bytes.size - bytes.at);
    return { ...header, [Symbol.asyncIterator]: () => tensorsOf(bytes, header) };
  } catch (error) {
    await bytes.close();
    throw damaged(error);
  }
}

async function* tensorsOf(
  bytes: ByteReader,
  { entries }: Header,
): AsyncGenerator<readonly [Entry, Tensor], void, undefined> {
  try {
    for (const entry of entries) {
      const length = entry.end - entry.start;
      const read = await bytes.read(length);
      if (read.length < length)
        throw damaged(`it ends in "${entry.name}": ${read.length} of ${length} bytes are there`);
      yield [entry, tensorOf(entry, read)] as const;
    }
    if ((await bytes.read(1)).length > 0) throw damaged("bytes are left over");
  } finally {
    await bytes.close();
  }
}

/**
 * A file that is in memory, at once.
 * @throws as `readSafetensors` does
 */
export function parseSafetensors(bytes: Uint8Array): Safetensors {
  try {
    const start = 8 + headerLength(bytes, bytes.length);
    const { entries, metadata } = readHeader(bytes.subarray(8, start), bytes.length - start);
    const part = (entry: Entry) => bytes.subarray(start + entry.start, start + entry.end);
    const tensors = new Map(entries.map((one) => [one.name, tensorOf(one, part(one))]));
    return { tensors, metadata };
  } catch (error) {
    throw damaged(error);
  }
}

function tensorOf({ dtype, shape }: Entry, bytes: Uint8Array): Tensor {
  const numbers = new Float32Array(sizeOf(shape));
  decode(bytes, dtype, numbers);
  return new Tensor(numbers, shape);
}

const damaged = (error: unknown): Error =>
  new Error(
    `this is no safetensors file, or a damaged one: ${error instanceof Error ? error.message : String(error)}`,
  );

/** A safetensors file of tensors, in memory. */
export function writeSafetensors(
  tensors: ReadonlyMap<string, Tensor>,
  options: WriteOptions = {},
): Uint8Array {
  const parts = [...safetensorsParts(tensors, options)];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The same file in parts, the header and then tensor after tensor, to be written one by one: `for (const part of …) file.write(part)`. */
export function* safetensorsParts(
  tensors: ReadonlyMap<string, Tensor>,
  { dtype = "F32", metadata }: WriteOptions = {},
): Generator<Uint8Array, void, undefined> {
  const header: [string, unknown][] = metadata ? [["__metadata__", metadata]] : [];
  let end = 0;
  for (const [name, { shape, size }] of tensors) {
    if (name === "__metadata__")
      throw new Error("writeSafetensors: a tensor cannot be named __metadata__");
    const start = end;
    end += bytesOf[dtype] * size;
    header.push([name, { dtype, shape, data_offsets: [start, end] }]);
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  const length = 8 * Math.ceil(json.length / 8);
  const first = new Uint8Array(8 + length).fill(0x20);
  new DataView(first.buffer).setBigUint64(0, BigInt(length), true);
  first.set(json, 8);
  yield first;
  for (const { data } of tensors.values()) yield encode(data, dtype);
}
