import type { Display } from "@humpty/display";

/** A module's path under `chapters/`, such as `03-attention/cells/scores.ts`: its name everywhere. */
export type ModuleId = string;

/** An import as it stands in a module's compiled code: where its specifier is, so that it can be replaced. */
export interface Import {
  specifier: string;
  /** Offsets of the specifier in the code, without its quotes. */
  start: number;
  end: number;
  /** Counted from 1. */
  line: number;
  column: number;
  dynamic: boolean;
  /** The names that it asks for, and where each stands: `default` for a default import. */
  names?: ImportedName[];
}

export interface ImportedName {
  name: string;
  line: number;
  column: number;
}

/** JavaScript with the lines and columns of the TypeScript that it came from. */
export interface Compiled {
  code: string;
  imports: Import[];
  /** The names that it exports, `default` included, where its own text tells them. */
  exports?: string[];
}

/** A module that can be run: what the graph and the sandbox work on. */
export interface Module extends Compiled {
  id: ModuleId;
}

/** What went wrong, in the reader's words, and where. Lines and columns count from 1. */
export interface CellError {
  name: string;
  message: string;
  module?: ModuleId;
  line?: number;
  column?: number;
}

export interface LogLine {
  level: "log" | "info" | "warn" | "error";
  text: string;
}

/** One thing that a cell shows. Showing again under the same key replaces what was there. */
export interface Output {
  key?: string;
  display: Display;
}

/** What a reader is told by an exercise's check: in both languages of the book. */
export interface Finding {
  en: string;
  zh: string;
}

/** Whether an exercise is solved, and if not, what to look at. */
export type Verdict = { solved: true } | { solved: false; finding: Finding };

/** How far a long run has come: `done` of `total`. */
export interface Progress {
  done: number;
  total: number;
}

/** All that a run of a cell gave: plain data, bounded, without markup. */
export interface CellResult {
  outputs: Output[];
  log: LogLine[];
  /** Named exports that are numbers, strings or booleans: what the prose may quote. */
  values: Record<string, number | string | boolean>;
  /** Named exports that are tensors: their shapes, for whoever points at their names. */
  shapes?: Record<string, number[]>;
  error?: CellError;
  verdict?: Verdict;
  /** How far it had come when it ended with what it had, as the reader asked it to. */
  early?: number;
  milliseconds: number;
}

/** What a cell kept for its next run, by name. */
export type Kept = Readonly<Record<string, Uint8Array>>;

/** A result as the build has it. */
export interface BakedResult extends CellResult {
  kept?: Kept;
}

/** A cell (or an exercise's starter) as the build publishes it. */
export interface PublishedCell extends Module {
  source: string;
  result: CellResult;
  /** What it kept when the build ran it: where nothing has changed, the page goes on from there. */
  kept?: Kept;
  /** For an exercise: the module whose default export checks the answer. */
  check?: ModuleId;
}

/** A chapter as the build bakes it: cells in the order of its prose, and the modules that check exercises. */
export interface PublishedChapter {
  slug: string;
  cells: PublishedCell[];
  checks: Module[];
}

/** A cell as the page loads it: without its result, which the page shows already. */
export interface ShippedCell extends Omit<PublishedCell, "result" | "kept"> {
  /** How long its run took at build time. */
  milliseconds: number;
}
