import type { ModuleId } from "../types.ts";

/** How a run of a text ended; or the text was not run, and another took its place. */
export type End = "done" | "failed" | "stopped" | "replaced";

const ends: readonly unknown[] = ["done", "failed", "stopped", "replaced"] satisfies End[];

/** Where the shelf has a cell's versions. */
export const versionsKey = (id: ModuleId): string => `versions ${id}`;

/** A text that a cell had. */
export interface Version {
  text: string;
  /** When it was last run or replaced, in milliseconds since 1970. */
  time: number;
  end: End;
  /** How long its run took. */
  milliseconds: number;
}

/** How many of a cell's versions are kept, and how many characters of them in all; the newest in any case. */
export const most = { versions: 20, characters: 1_000_000 };

/** The versions with one more, newest first: a text that is there already moves to the front. */
export function withVersion(versions: readonly Version[], version: Version): Version[] {
  const known = versions.find(({ text }) => text === version.text);
  // That it was replaced says less than how it ran.
  const { end, milliseconds } = known && version.end === "replaced" ? known : version;
  const others = versions.filter((one) => one !== known);
  const all = [{ ...version, end, milliseconds }, ...others].slice(0, most.versions);
  let characters = 0;
  const fit = all.findIndex(({ text }, i) => {
    characters += text.length;
    return i > 0 && characters > most.characters;
  });
  return fit < 0 ? all : all.slice(0, fit);
}

/** The versions in what was kept; what is none is left out. */
export const readVersions = (kept: unknown): Version[] =>
  Array.isArray(kept) ? kept.filter(isVersion) : [];

function isVersion(value: unknown): value is Version {
  if (typeof value !== "object" || value === null) return false;
  const { text, time, end, milliseconds } = value as Record<string, unknown>;
  return (
    typeof text === "string" &&
    Number.isFinite(time) &&
    Number.isFinite(milliseconds) &&
    ends.includes(end)
  );
}
