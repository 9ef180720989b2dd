import {
  brand,
  cut,
  formatNumber,
  readArray,
  readFields,
  readNumber,
  readOptionalString,
  readString,
} from "../kind.ts";

/** A text cut into pieces, line by line. Equal pieces have equal colors; a single character has none. */
export interface PiecesDisplay {
  kind: "pieces";
  title?: string;
  pieces: Piece[];
  /** How many pieces are left out. */
  more?: number;
}

export interface Piece {
  text: string;
  /** Its number in a vocabulary. */
  id?: number;
  /** What it was put together from, such as "um" and "pty". */
  from?: string[];
  /** Brought out, as what is new. */
  mark?: boolean;
  /** The vector that the piece has, drawn under it. */
  column?: number[];
}

/** No display has more: a page has no more room. */
export const most = { pieces: 500, text: 60, from: 8, column: 16 };

/** How many colors there are for pieces. */
const hues = 6;

/**
 * A text cut into pieces, each a string or `{ text, id, from, mark, column }`. A line ends after a piece that ends with a line's end.
 * Pointing at a piece tells what it was made from, and shows where else it stands. What is more than can be drawn is left out, and said.
 */
export function pieces(
  list: readonly (string | Readonly<Piece>)[],
  { title }: { title?: string } = {},
): PiecesDisplay {
  const kept = list
    .slice(0, most.pieces)
    .map((one) => (typeof one === "string" ? { text: one } : one));
  return brand({
    kind: "pieces",
    ...(title === undefined ? {} : { title: cut(String(title), 200) }),
    pieces: kept.map(({ text, id, from, mark, column }) => ({
      text: cut(String(text), most.text),
      ...(id === undefined ? {} : { id: Number(id) }),
      ...(from === undefined ? {} : { from: from.slice(0, most.from).map(short) }),
      ...(mark === true ? { mark } : {}),
      ...(column === undefined ? {} : { column: Array.from(column, Number).slice(0, most.column) }),
    })),
    ...(list.length > kept.length ? { more: list.length - kept.length } : {}),
  });
}

const short = (text: string): string => cut(String(text), most.text);

export function readPieces(raw: unknown): PiecesDisplay {
  const { title, pieces, more } = readFields(raw, "pieces");
  const name = readOptionalString(title, "pieces: title", 200);
  return {
    kind: "pieces",
    ...(name === undefined ? {} : { title: name }),
    pieces: readArray(pieces, "pieces", most.pieces, readPiece),
    ...(typeof more === "number" && more > 0 ? { more } : {}),
  };
}

function readPiece(raw: unknown, what: string): Piece {
  const { text, id, from, mark, column } = readFields(raw, what);
  return {
    text: readString(text, what, most.text),
    ...(id === undefined ? {} : { id: readNumber(id, what) }),
    ...(from === undefined
      ? {}
      : { from: readArray(from, what, most.from, (one) => readString(one, what, most.text)) }),
    ...(mark === true ? { mark } : {}),
    ...(column === undefined ? {} : { column: readArray(column, what, most.column, readNumber) }),
  };
}

/** The pieces of each line; a line ends after a piece that ends with a line's end. */
export function linesOf({ pieces }: PiecesDisplay): { piece: Piece; at: number }[][] {
  const lines: { piece: Piece; at: number }[][] = [[]];
  for (const [at, piece] of pieces.entries()) {
    lines.at(-1)?.push({ piece, at });
    if (piece.text.endsWith("\n")) lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}

/** The color of a piece: by its number, else by its text. A single character has none. */
export function hueOf({ text, id }: Piece): number | undefined {
  if ([...text].length < 2) return undefined;
  let number = id ?? 0;
  if (id === undefined)
    for (const one of text) number = (number * 31 + (one.codePointAt(0) ?? 0)) % 9973;
  return Number.isSafeInteger(number) && number >= 0 ? number % hues : 0;
}

/** Spaces and ends of lines, too, must be seen. */
export const seen = (text: string): string => text.replace(/ /g, "␣").replace(/\n/g, "⏎") || "∅";

export function piecesToText(display: PiecesDisplay): string {
  const { title, more } = display;
  const lines = linesOf(display).map((line) =>
    line
      .map(({ piece: { text, id, column } }) =>
        [
          seen(text),
          id === undefined ? "" : `#${formatNumber(id)}`,
          column === undefined ? "" : `(${column.map((one) => formatNumber(one)).join(", ")})`,
        ]
          .filter(Boolean)
          .join(" "),
      )
      .join(" | "),
  );
  return [
    ...(title === undefined ? [] : [title]),
    ...lines,
    ...(more ? [`… ${more} more`] : []),
  ].join("\n");
}
