import {
  brand,
  isTensorLike,
  limits,
  type Numbers,
  readArray,
  readFields,
  readNumber,
  readStrings,
  toTensorLike,
} from "../kind.ts";
import { check } from "./check.ts";
import { read, short } from "./reading.ts";

/** Self-attention's wiring for the word that asks: every vector and number that the drawing shows. */
export interface WiringDisplay {
  kind: "wiring";
  words: string[];
  /** For each word: its vector, its key and its value. */
  vectors: number[][];
  keys: number[][];
  values: number[][];
  /** Of the word that asks, whose place among the words is `asks`. */
  query: number[];
  asks: number;
  /** For each word, as seen by the word that asks. */
  scores: number[];
  weights: number[];
  output: number[];
}

export interface WiringParts {
  words: readonly string[];
  /** `[words, …]` each, as tensors or lists of rows. */
  vectors: Numbers;
  queries: Numbers;
  keys: Numbers;
  values: Numbers;
  /** `[words, words]`, a row for each word that asks; or only the row of the one that does. */
  scores: Numbers;
  weights: Numbers;
  /** `[words, values]`, or only the row of the word that asks. */
  output: Numbers;
  /** Which word asks: the last, if not given. */
  asks?: number;
}

/**
 * Draws how a word's new vector is computed by self-attention. Throws where there are too many words or numbers to
 * draw, and where a part does not have as many rows as there are words.
 */
export function wiring(parts: WiringParts): WiringDisplay {
  const words = Array.from(parts.words, String);
  const asks = parts.asks ?? words.length - 1;
  if (!Number.isInteger(asks) || asks < 0 || asks >= words.length)
    throw new Error(`wiring: asks: there are ${words.length} words, none has the place ${asks}`);
  const every = (part: "vectors" | "queries" | "keys" | "values") => {
    const rows = toRows(parts[part], part);
    if (rows.length !== words.length)
      throw new Error(
        `wiring: ${part}: ${words.length} words need as many rows, got ${rows.length}`,
      );
    return rows;
  };
  const asked = (part: "scores" | "weights" | "output"): number[] => {
    const rows = toRows(parts[part], part);
    const row = rows.length === 1 ? rows[0] : rows[asks];
    if (!row || (rows.length > 1 && rows.length !== words.length))
      throw new Error(
        `wiring: ${part}: ${words.length} words need as many rows, or one, got ${rows.length}`,
      );
    return row;
  };
  const display: WiringDisplay = {
    kind: "wiring",
    words: words.map((word) => word.slice(0, limits.label)),
    vectors: every("vectors"),
    keys: every("keys"),
    values: every("values"),
    query: every("queries")[asks] ?? [],
    asks,
    scores: asked("scores"),
    weights: asked("weights"),
    output: asked("output"),
  };
  check(display);
  return brand(display);
}

export function readWiring(raw: unknown): WiringDisplay {
  const { words, asks, ...fields } = readFields(raw, "wiring");
  const numbers = (name: string) => readArray(fields[name], `wiring: ${name}`, 100, readNumber);
  const rows = (name: string) =>
    readArray(fields[name], `wiring: ${name}`, 100, (row, at) =>
      readArray(row, at, 100, readNumber),
    );
  const display: WiringDisplay = {
    kind: "wiring",
    words: readStrings(words, "wiring: words", 100),
    vectors: rows("vectors"),
    keys: rows("keys"),
    values: rows("values"),
    query: numbers("query"),
    asks: readNumber(asks, "wiring: asks"),
    scores: numbers("scores"),
    weights: numbers("weights"),
    output: numbers("output"),
  };
  check(display);
  return display;
}

/** Rows of a tensor or a list of rows; a list of numbers is one row. A batch of one counts as none. */
function toRows(numbers: Numbers, part: string): number[][] {
  let { shape, data } = toTensorLike(numbers, `wiring: ${part}`);
  if (isTensorLike(numbers)) while (shape.length > 2 && shape[0] === 1) shape = shape.slice(1);
  if (shape.length < 1 || shape.length > 2)
    throw new Error(
      `wiring: ${part}: expected rows of numbers, got the shape [${shape.join(", ")}]`,
    );
  const width = shape.at(-1) ?? 0;
  const rows = shape.length === 2 ? (shape[0] ?? 0) : 1;
  const most = Math.min(rows, 100);
  return Array.from({ length: most }, (_, row) =>
    Array.from({ length: Math.min(width, 100) }, (_, i) => data[row * width + i] ?? Number.NaN),
  );
}

/** One line for each word, and one for the output. */
export function wiringToText(display: WiringDisplay): string {
  const lines = display.words.map((word, i) => {
    const { sum } = read(display, { stage: "score", word: i }, "en");
    return `${word}: score ${sum}; weight ${short(display.weights[i] ?? Number.NaN)}`;
  });
  const { title, sum } = read(display, { stage: "output", word: display.asks }, "en");
  return [...lines, `${title}: ${sum}`].join("\n");
}
