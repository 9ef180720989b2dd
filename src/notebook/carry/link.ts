import { deflateSync, strFromU8, strToU8 } from "fflate";
import { isEditable } from "../ids.ts";
import type { ModuleId } from "../types.ts";
import { digest } from "../version.ts";
import { fromBase64Url, inflateAtMost, toBase64Url } from "./bytes.ts";

/** A cell's text as somebody shares it. */
export interface SharedEdit {
  id: ModuleId;
  text: string;
  /** The digest of the book's text that it began from: whether the book has changed since. */
  base: string;
}

/** What a link or a file holds, or what is wrong with it. */
export type Shared = { edits: SharedEdit[] } | { wrong: "damaged" | "newer" | "large" };

const version = 1;
/** Up to this length a link arrives wherever there is room to type: 2,000 letters are a message of the narrowest messengers. */
export const arrivesAnywhere = 2000;
/** Longer ones are cut by mail programs and messengers here and there, at 8,192 for one: a file is safer. */
export const longestLink = 8000;
/** No chapter has more; nor is more taken of what comes from elsewhere. */
const most = { letters: 500_000, bytes: 2_000_000, edits: 300 };

/** Edits as the fragment of a link, without its `#`: `edits=1.DIGEST.PAYLOAD`. The payload is JSON, deflated. */
export function writeShared(edits: readonly SharedEdit[]): string {
  const rows = edits.map(({ id, base, text }) => [id, base, text]);
  const payload = toBase64Url(deflateSync(strToU8(JSON.stringify(rows)), { level: 9 }));
  return `edits=${version}.${digest(payload)}.${payload}`;
}

/** Reads a fragment, or any text with one in it: what stands around it, such as the full stop of a sentence, is no part of it. */
export function readShared(text: string): Shared {
  if (text.length > most.letters) return { wrong: "large" };
  const [, made, sum, payload] = /edits=(\d+)\.([0-9a-z]+)\.([\w-]+)/.exec(text) ?? [];
  if (made !== undefined && Number(made) > version) return { wrong: "newer" };
  // By accident only: whoever means harm can make a digest, and gets no further with it than with a text.
  if (Number(made) !== version || payload === undefined || sum !== digest(payload))
    return { wrong: "damaged" };
  try {
    const bytes = inflateAtMost(fromBase64Url(payload), most.bytes);
    if (bytes === "too large") return { wrong: "large" };
    const edits = readRows(JSON.parse(strFromU8(bytes)));
    return edits ? { edits } : { wrong: "damaged" };
  } catch {
    return { wrong: "damaged" };
  }
}

/** All of them or none: a part of what was shared may not work without the rest. */
function readRows(rows: unknown): SharedEdit[] | undefined {
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > most.edits) return undefined;
  const edits = rows.flatMap((row: unknown): SharedEdit[] => {
    if (!Array.isArray(row) || row.length !== 3) return [];
    const [id, base, text] = row as unknown[];
    if (typeof id !== "string" || typeof base !== "string" || typeof text !== "string") return [];
    return isEditable(id) ? [{ id, base, text }] : [];
  });
  const whole = edits.length === rows.length;
  return whole && new Set(edits.map(({ id }) => id)).size === rows.length ? edits : undefined;
}
