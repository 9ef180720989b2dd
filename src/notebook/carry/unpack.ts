import { unzipSync } from "fflate";
import { isEditable } from "../ids.ts";
import type { Edit } from "../store.ts";
import { type Entries, readBackup } from "./backup.ts";
import { noteName } from "./project.ts";
import { crc32, sumsOf } from "./sums.ts";

export type Wrong = "damaged" | "newer" | "unknown" | "large" | "shared";

/** No copy of this book has more, with a reader's edits; nor is more taken of what comes from elsewhere. */
export const most = { file: 64_000_000, note: 5_000_000, text: 500_000, all: 20_000_000 };

/** What a file brings back: a backup, or a project that was taken away and perhaps changed since. */
export function unpack(bytes: Uint8Array, now: number): Entries | Wrong {
  if (bytes.length > most.file) return "large";
  // How each zip begins (APPNOTE.TXT, 4.3.7).
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    try {
      return fromZip(bytes, now);
    } catch {
      return "damaged";
    }
  }
  const text = new TextDecoder().decode(bytes);
  const backup = readBackup(text);
  return backup === "unknown" && /edits=\d+\./.test(text) ? "shared" : backup;
}

function fromZip(bytes: Uint8Array, now: number): Entries | Wrong {
  const names: string[] = [];
  unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 });
  // A folder that was zipped as a whole is in it by its name.
  const note = names
    .filter((name) => name === noteName || /^[^/]+\/humpty\.json$/.test(name))
    .sort((a, b) => a.length - b.length)[0];
  if (note === undefined) return "unknown";
  const root = note.slice(0, -noteName.length);
  const folder = `${root}chapters/`;
  const isCell = (name: string) => name.startsWith(folder) && isEditable(name.slice(folder.length));
  let all = 0;
  let large = false;
  const files = unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      if (name !== note && !isCell(name)) return false;
      all += originalSize;
      const fits = originalSize <= (name === note ? most.note : most.text) && all <= most.all;
      // What is packed is hardly ever larger than what comes out: the time to unpack has its bound, too.
      if (!fits || size > originalSize + 1000) large = true;
      return !large;
    },
  });
  if (large) return "large";
  const sums = sumsOf(bytes);
  for (const [name, content] of Object.entries(files))
    if (crc32(content) !== sums.get(name)) return "damaged";
  const base = readNote(textOf(files[note]));
  if (typeof base === "string") return base;
  const entries: Record<string, string> = {};
  for (const [name, content] of Object.entries(files)) {
    const id = name.slice(folder.length);
    const book = isCell(name) && Object.hasOwn(base, id) ? base[id] : undefined;
    if (book === undefined) continue;
    // Editors end lines in their own way, and a file with one.
    const text = textOf(content).replaceAll("\r\n", "\n").replace(/\n$/, "");
    const edit: Edit = { text, base: book, time: now };
    if (text.trimEnd() !== book.trimEnd()) entries[`edit:${id}`] = JSON.stringify(edit);
  }
  return entries;
}

const textOf = (bytes: Uint8Array | undefined): string =>
  new TextDecoder("utf-8", { fatal: true }).decode(bytes);

function readNote(text: string): Record<string, string> | Wrong {
  const { humpty, version, base } = Object(JSON.parse(text)) as Record<string, unknown>;
  if (humpty !== "project") return "unknown";
  if (typeof version === "number" && version > 1) return "newer";
  const texts = Object.entries(Object(base)).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(texts);
}
