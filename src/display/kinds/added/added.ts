import {
  brand,
  cut,
  formatNumber,
  limits,
  type Numbers,
  readFields,
  readFloats,
  readNumber,
  readOptionalString,
  readStrings,
  toTensorLike,
} from "../kind.ts";

/** A vector for each word of a text and one for each position, which are added, number by number. */
export interface AddedDisplay {
  kind: "added";
  title?: string;
  words: string[];
  /** How many numbers a vector has. */
  size: number;
  /** The vectors of the words, one after the other. */
  vectors: Float32Array;
  /** Those of the positions, as many. */
  positions: Float32Array;
}

/** No drawing has more: it should fit a phone. */
export const most = { words: 8, size: 6, word: 12 };

/**
 * A drawing of a word matrix and a position matrix, a column for each, and their sum below. The words can be moved, the positions stay.
 * @param vectors [words, size], and positions, as many or more
 * Throws where the sizes do not fit.
 */
export function added(
  words: readonly string[],
  vectors: Numbers,
  positions: Numbers,
  { title }: { title?: string } = {},
): AddedDisplay {
  const [word, position] = [toTensorLike(vectors, "added"), toTensorLike(positions, "added")];
  const [count = 0, size = 0] = word.shape;
  if (word.shape.length !== 2 || position.shape.length !== 2)
    throw new Error("added: needs rows of numbers, a row for each word and each position");
  if (count !== words.length)
    throw new Error(`added: ${words.length} words and ${count} vectors: each word needs one`);
  const [places = 0, length = 0] = position.shape;
  if (length !== size)
    throw new Error(
      `added: words have ${size} numbers and positions ${length}: only as many can be added`,
    );
  if (places < count)
    throw new Error(`added: there are ${count} words and vectors for ${places} positions`);
  const made = {
    kind: "added" as const,
    ...(title === undefined ? {} : { title: cut(String(title), limits.label) }),
    words: words.map((one) => cut(String(one), most.word)),
    size,
    vectors: Float32Array.from(word.data),
    positions: Float32Array.from(position.data).slice(0, count * size),
  };
  check(made);
  return brand(made);
}

function check({ words, size, vectors, positions }: AddedDisplay): void {
  if (words.length < 1 || words.length > most.words)
    throw new Error(`added: 1 to ${most.words} words can be drawn, got ${words.length}`);
  if (!Number.isInteger(size) || size < 1 || size > most.size)
    throw new Error(`added: vectors of 1 to ${most.size} numbers can be drawn, got ${size}`);
  for (const { length } of [vectors, positions])
    if (length !== words.length * size)
      throw new Error(`added: ${words.length} vectors of ${size} are not ${length} numbers`);
}

/** Both terms of a number, and their sum: of a word that stands at a place. */
export function termsOf(
  { size, vectors, positions }: AddedDisplay,
  { word, place, row }: { word: number; place: number; row: number },
): { word: number; position: number; sum: number } {
  const a = vectors[word * size + row] ?? Number.NaN;
  const b = positions[place * size + row] ?? Number.NaN;
  return { word: a, position: b, sum: a + b };
}

/** One digit after the point where that is all there is, else two. */
export const digitsOf = ({ vectors, positions }: AddedDisplay): number =>
  [...vectors, ...positions].every((one) => Math.abs(one * 10 - Math.round(one * 10)) < 1e-4)
    ? 1
    : 2;

export function readAdded(raw: unknown): AddedDisplay {
  const { title, words, size, vectors, positions } = readFields(raw, "added");
  const said = readOptionalString(title, "added: title", limits.label);
  const numbers = most.words * most.size + 1;
  const made: AddedDisplay = {
    kind: "added",
    ...(said === undefined ? {} : { title: said }),
    words: readStrings(words, "added: words", most.words + 1).map((one) => cut(one, most.word)),
    size: readNumber(size, "added: size"),
    vectors: readFloats(vectors, "added: vectors", numbers),
    positions: readFloats(positions, "added: positions", numbers),
  };
  check(made);
  return made;
}

export function addedToText(display: AddedDisplay): string {
  const { title, words, size } = display;
  const digits = digitsOf(display);
  const write = (cells: readonly string[]) =>
    cells
      .map((one) => one.padStart(8))
      .join("")
      .trimEnd();
  const rows = (which: "word" | "position" | "sum") =>
    Array.from({ length: size }, (_, row) =>
      write(
        words.map((_, i) =>
          formatNumber(termsOf(display, { word: i, place: i, row })[which], digits),
        ),
      ),
    );
  return [
    ...(title === undefined ? [] : [title]),
    write(words),
    ...rows("word"),
    write(words.map((_, i) => `+ ${i + 1}`)),
    ...rows("position"),
    write(words.map(() => "=")),
    ...rows("sum"),
  ].join("\n");
}
