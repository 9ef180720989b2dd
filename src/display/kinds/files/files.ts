import {
  brand,
  formatSize,
  limits,
  readArray,
  readFields,
  readOptionalString,
  readString,
} from "../kind.ts";

/** What a cell made for the reader to take away. */
export interface FilesDisplay {
  kind: "files";
  title?: string;
  /** The name of the zip that all files together are saved as. */
  archive: string;
  files: SavedFile[];
}

export interface SavedFile {
  name: string;
  /** In bytes. */
  size: number;
  /** FNV-1a of the bytes, eight hexadecimal digits: whether two runs made the same can be told without the bytes. */
  sum: string;
  /** Only where the cell has run: what the build publishes has none. */
  bytes?: Uint8Array<ArrayBuffer>;
}

/** No display has more. A page's sandbox lets a result of 64 million bytes through; what else the cell shows needs room, too. */
export const most = { files: 20, bytes: 48e6, name: 100 };

/**
 * Files for the reader to save, one by one or all in the zip `archive`: texts, or bytes. Throws where a name is not fit for a file, where there
 * are more than 20 files or none, and where all together have more than 48 million bytes.
 */
export function files(
  contents: Readonly<Record<string, string | Uint8Array>>,
  { title, archive = "files.zip" }: { title?: string; archive?: string } = {},
): FilesDisplay {
  const made = Object.entries(contents).map(([name, content]) => ({
    name,
    bytes: toBytes(content, `files: ${name}`),
  }));
  if (made.length > most.files)
    throw new Error(`files: expected at most ${most.files} files, got ${made.length}`);
  // Before they are copied: they may be very many.
  refuseTooMany(made);
  // Copied: the cell may go on with its own.
  const copies = made.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }));
  return brand(readFiles({ title, archive, files: copies }));
}

function toBytes(content: unknown, what: string): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  if (content instanceof Uint8Array) return content;
  const got = Object.prototype.toString.call(content).slice(8, -1);
  throw new Error(`${what}: expected text or a Uint8Array, got ${got}`);
}

function refuseTooMany(all: readonly { name: string; bytes?: Uint8Array }[]): void {
  const total = all.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
  if (total <= most.bytes) return;
  const each = all.map(({ name, bytes }) => `${name} (${formatSize(bytes?.length ?? 0)})`);
  throw new Error(
    `files: ${each.join(", ")}: ${total.toLocaleString("en")} bytes together are more than the ${most.bytes / 1e6} million that a page can hand out; a program that runs in Node can write files of any size`,
  );
}

export function readFiles(raw: unknown): FilesDisplay {
  const { title, archive, files } = readFields(raw, "files");
  const called = readOptionalString(title, "files: title", limits.label);
  const named = readName(archive, "files: archive");
  if (!named.endsWith(".zip"))
    throw new Error(`files: archive: expected a name that ends with .zip, got "${named}"`);
  const read = readArray(files, "files", most.files, readFile);
  if (read.length === 0) throw new Error("files: expected at least one file");
  if (new Set(read.map(({ name }) => name)).size < read.length)
    throw new Error("files: two files have the same name");
  refuseTooMany(read);
  return {
    kind: "files",
    ...(called === undefined ? {} : { title: called }),
    archive: named,
    files: read,
  };
}

function readFile(raw: unknown, what: string): SavedFile {
  const { name, size, sum, bytes } = readFields(raw, what);
  const named = readName(name, what);
  if (bytes !== undefined) {
    if (!(bytes instanceof Uint8Array)) throw new Error(`${what}: expected bytes`);
    return { name: named, ...readBytes(bytes) };
  }
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0 || size > most.bytes)
    throw new Error(`${what}: expected a size in bytes`);
  if (typeof sum !== "string" || !/^[0-9a-f]{8}$/.test(sum))
    throw new Error(`${what}: expected a sum of eight hexadecimal digits`);
  return { name: named, size, sum };
}

/** What is no name of a file: empty, hidden, a path, or with what is not seen, such as a mark that turns the text's direction. */
const unfit = /^$|^\.|[. ]$|^__proto__$|[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function readName(raw: unknown, what: string): string {
  const name = readString(raw, what);
  if (name.length <= most.name && !unfit.test(name)) return name;
  const told = JSON.stringify(name.slice(0, most.name));
  throw new Error(
    `${what}: expected a name of at most ${most.name} characters that does not begin with a dot, end with a dot or a space, or have one of / \\ : * ? " < > | or control characters, got ${told}`,
  );
}

type Bytes = Required<Omit<SavedFile, "name">>;

/** What was made of bytes: a hostile result may hold the same ones thousands of times, which costs it nothing to send. */
const known = new WeakMap<Uint8Array, Bytes>();

/** Bytes that are all of their buffer, with their size and sum, which are never taken from elsewhere. */
function readBytes(raw: Uint8Array): Bytes {
  const before = known.get(raw);
  if (before) return before;
  const bytes = isWhole(raw) ? raw : new Uint8Array(raw);
  const made = { size: bytes.length, sum: sumOf(bytes), bytes };
  known.set(raw, made);
  return made;
}

const isWhole = (bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer &&
  bytes.buffer.byteLength === bytes.length &&
  !(bytes.buffer as { resizable?: boolean }).resizable;

/** FNV-1a with 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function sumOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

export function filesToText({ title, files }: FilesDisplay): string {
  const width = Math.max(...files.map(({ name }) => name.length));
  const lines = files.map(({ name, size }) => `${name.padEnd(width)}  ${formatSize(size)}`);
  return [...(title === undefined ? [] : [title]), ...lines].join("\n");
}
