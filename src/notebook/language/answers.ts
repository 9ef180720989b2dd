import type { ModuleId } from "../types.ts";

/** What the language service answers: plain data. Places are offsets in a cell's text. */

export interface Range {
  from: number;
  to: number;
}

/** Something that TypeScript says of a stretch of code. */
export interface Fault extends Range {
  severity: "error" | "hint";
  code: number;
  message: string;
  /** Code that does nothing, such as a name that is not used. */
  unused: boolean;
}

export interface Diagnosis {
  faults: Fault[];
  /** Cells that are imported and were not given. */
  missing: ModuleId[];
}

/** A stretch of a type or a declaration, by what it is: `keyword`, `className`… */
export interface Part {
  text: string;
  kind: string;
}

/** What is written in a docstring, and its tags such as `throws`. */
export interface Documentation {
  about: string;
  tags: { name: string; text: string }[];
}

export interface Hover extends Range, Documentation {
  parts: Part[];
  /** The cell that has it at its top, and its name there: a run knows its value. */
  origin: { module: ModuleId; name: string } | undefined;
}

export interface Suggestion {
  name: string;
  kind: string;
  /** Small is near. */
  rank: number;
  /** What is written, where it is not the name. */
  insert: string | undefined;
  /** The module that it is imported from when it is chosen. */
  source: string | undefined;
  /** For TypeScript, with the question of details. */
  data: unknown;
}

export interface Completions extends Range {
  suggestions: Suggestion[];
}

export interface Details extends Documentation {
  parts: Part[];
  /** What else is written when it is chosen: its import. */
  changes: Change[];
}

export interface Change extends Range {
  insert: string;
}

/** The call that a place is in. */
export interface Signature extends Documentation {
  /** Where its arguments begin. */
  from: number;
  parts: { text: string; active: boolean }[];
  /** What is said of the parameter that is being written. */
  parameter: string;
  index: number;
  count: number;
}

/** Where a name is from: a cell and a place in it, a package's file, or nothing that can be shown. */
export type Definition =
  | ({ module: ModuleId; line: number } & Range)
  | { package: string; file: string; name: string }
  | undefined;

export interface Renaming extends Range {
  name: string;
  /** All places of the name in this cell, with what stands around the new name there. */
  places: (Range & { before: string; after: string })[];
  /** Other cells that ask for it by its old name. */
  elsewhere: ModuleId[];
}
