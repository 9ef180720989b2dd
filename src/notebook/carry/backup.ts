import { type Edit, isCarried, isEdit, isInputs } from "../store.ts";
import type { ModuleId } from "../types.ts";
import { digest } from "../version.ts";

/** What of a reader's is kept, by key, as the store has it. */
export type Entries = Readonly<Record<string, string>>;

/** A cell that has one text here and another in what is brought back. */
export interface Conflict {
  id: ModuleId;
  key: string;
  mine: Edit;
  theirs: Edit;
}

const most = { letters: 20_000_000, entries: 3000 };

/** All that is a reader's, as a file. */
export function writeBackup(entries: Entries): string {
  const sum = digest(JSON.stringify(entries));
  return `${JSON.stringify({ humpty: "backup", version: 1, sum, entries }, null, 1)}\n`;
}

/** Reads such a file; what is wrong with it, where it is none, or not as it was made. */
export function readBackup(text: string): Entries | "damaged" | "newer" | "unknown" {
  if (text.length > most.letters) return "unknown";
  const read = Object(parse(text)) as Record<string, unknown>;
  const { humpty, version, sum, entries } = read;
  if (humpty !== "backup") return text.includes('"humpty": "backup"') ? "damaged" : "unknown";
  if (typeof version === "number" && version > 1) return "newer";
  if (version !== 1 || typeof entries !== "object" || entries === null) return "damaged";
  if (sum !== digest(JSON.stringify(entries))) return "damaged";
  const all = Object.entries(entries);
  return all.length <= most.entries && all.every(isEntry) ? Object.fromEntries(all) : "damaged";
}

function isEntry(entry: [string, unknown]): entry is [string, string] {
  const [key, text] = entry;
  if (!isCarried(key) || typeof text !== "string") return false;
  if (key.startsWith("edit:")) return isEdit(parse(text));
  if (key.startsWith("inputs:")) return isInputs(parse(text));
  return key.startsWith("books:") ? text === "yes" : isRecord(parse(text));
}

/** What is to be set so that the reader has all of both; and the cells where both have a text, which they choose from. Positions stay as they are here. */
export function merge(
  mine: Entries,
  theirs: Entries,
): { set: Record<string, string>; conflicts: Conflict[] } {
  const set: Record<string, string> = {};
  const conflicts: Conflict[] = [];
  for (const [key, text] of Object.entries(theirs)) {
    const own = mine[key];
    if (own === text) continue;
    if (own === undefined) {
      // The choice of the book's solution goes with an answer, and that is the reader's here.
      const answer = key.replace(/^books:(.*)solution\.ts$/, "edit:$1starter.ts");
      if (answer === key || mine[answer] === undefined) set[key] = text;
    } else if (key.startsWith("edit:")) {
      const both = { mine: parse(own), theirs: parse(text) };
      if (!isEdit(both.theirs)) continue;
      if (!isEdit(both.mine)) set[key] = text;
      else if (both.mine.text !== both.theirs.text)
        conflicts.push({
          id: key.slice("edit:".length),
          key,
          mine: both.mine,
          theirs: both.theirs,
        });
    } else {
      const joined = join(parse(own), parse(text));
      if (joined !== own) set[key] = joined;
    }
  }
  return { set, conflicts };
}

/** All that two records have: where both have a list, what is in either; where they differ otherwise, the first's. */
function join(mine: unknown, theirs: unknown): string {
  const [a, b] = [mine, theirs].map((one) => (isRecord(one) ? one : {}));
  const joined = { ...b, ...a };
  for (const [name, value] of Object.entries(a ?? {})) {
    const other = b?.[name];
    if (Array.isArray(value) && Array.isArray(other))
      joined[name] = [...new Set([...value, ...other])];
  }
  return JSON.stringify(joined);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
