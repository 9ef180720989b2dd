import { bytesOf, type Dtype, isDtype } from "./dtypes.ts";

/** Where a tensor stands among the numbers of a file. */
export interface Entry {
  name: string;
  dtype: Dtype;
  shape: number[];
  /** In bytes from where the numbers begin. */
  start: number;
  end: number;
}

/** What a file says that it holds. */
export interface Header {
  /** In the order in which they stand in the file. */
  entries: Entry[];
  metadata: Record<string, string>;
}

/** No header is longer: the format's own limit. */
export const longestHeader = 100_000_000;

/**
 * The length of the header, from a file's first 8 bytes.
 * @throws when there is none, or it cannot be
 */
export function headerLength(bytes: Uint8Array, size: number | undefined): number {
  if (bytes.length < 8) throw new Error(`it has ${bytes.length} bytes, and a header needs 8`);
  const { buffer, byteOffset } = bytes;
  const length = new DataView(buffer, byteOffset, 8).getBigUint64(0, true);
  if (length > BigInt(longestHeader))
    throw new Error(`its header would be ${length} bytes long, and ${longestHeader} is the limit`);
  if (size !== undefined && 8 + Number(length) > size)
    throw new Error(`its header would be ${length} bytes long, and the file has ${size}`);
  return Number(length);
}

/**
 * What a header tells, checked: tensors stand one after the other, without gaps, as long as their shapes need.
 * @param room how many bytes stand behind the header, where that is known
 * @throws when anything does not fit, naming the tensor
 */
export function readHeader(json: Uint8Array, room?: number): Header {
  let fields: unknown;
  try {
    fields = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(json));
  } catch {
    throw new Error("its header is not JSON");
  }
  if (typeof fields !== "object" || fields === null || Array.isArray(fields))
    throw new Error("its header is no JSON object");
  const entries: Entry[] = [];
  let metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === "__metadata__") metadata = texts(value);
    else entries.push(entry(name, value));
  }
  entries.sort((a, b) => a.start - b.start || a.end - b.end);
  let end = 0;
  for (const { name, start, end: next } of entries) {
    if (start !== end)
      throw new Error(
        `${quote(name)} begins at byte ${start}, ${start < end ? "where another tensor stands" : "and nothing stands before it"}: the one before ends at ${end}`,
      );
    end = next;
  }
  if (room !== undefined && end !== room)
    throw new Error(
      end > room
        ? `its tensors need ${end} bytes, and ${room} are there`
        : `${room - end} bytes are left over`,
    );
  return { entries, metadata };
}

function entry(name: string, value: unknown): Entry {
  const wrong = (what: string): Error => new Error(`${quote(name)} ${what}`);
  if (typeof value !== "object" || value === null) throw wrong("is no object");
  const { dtype, shape, data_offsets: offsets } = value as Record<string, unknown>;
  if (!isDtype(dtype))
    throw wrong(`has numbers of type ${quote(dtype)}; F32, F16 and BF16 can be read`);
  if (!Array.isArray(shape) || !shape.every(isSize))
    throw wrong(`has the shape ${quote(shape)}, which is no list of sizes`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isSize))
    throw wrong(`has the place ${quote(offsets)}, which is no pair of a start and an end`);
  const [start, end] = offsets as [number, number];
  const count = shape.reduce((product: number, size: number) => product * size, 1);
  const needs = count * bytesOf[dtype];
  if (!Number.isSafeInteger(needs) || end - start !== needs)
    throw wrong(
      `has ${end - start} bytes, but [${shape.join(", ")}] numbers of type ${dtype} need ${needs}`,
    );
  return { name, dtype, shape: [...shape], start, end };
}

function texts(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("__metadata__ is no object of texts");
  for (const [name, text] of Object.entries(value))
    if (typeof text !== "string")
      throw new Error(`__metadata__: ${quote(name)} is ${quote(text)}, which is no text`);
  return value as Record<string, string>;
}

const isSize = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** A value of a file for people: as JSON, cut short. */
export function quote(value: unknown): string {
  const json = JSON.stringify(value) ?? "missing";
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
