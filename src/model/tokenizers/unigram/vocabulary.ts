import { byteName } from "../bytes.ts";
import { checkDistinct } from "../check.ts";

/** An entry of the vocabulary: a piece of text, with ▁ for a space; a byte; the unknown piece; or a mark that no text has, such as </s>. */
export interface Piece {
  text: string;
  /** The logarithm of the probability of a normal piece. */
  score: number;
  kind: "normal" | "byte" | "unknown" | "control";
}

/** How much less likely than the rarest piece a character is that is none: SentencePiece's number. */
export const unknownPenalty = 10;

/** The pieces of a SentencePiece `.vocab` file: on each line a piece, a tab, its score. @throws naming the line that is not so */
export function readVocabulary(text: string): Piece[] {
  const lines = text.replace(/\n$/, "").split("\n");
  return lines.map((line, i) => {
    const tab = line.lastIndexOf("\t");
    const score = Number(line.slice(tab + 1));
    if (tab < 1 || line.slice(tab + 1).trim() === "" || !Number.isFinite(score))
      throw new Error(
        `UnigramTokenizer.fromVocabulary: line ${i + 1} must be a piece, a tab and a score, got ${JSON.stringify(line)}`,
      );
    const piece = line.slice(0, tab);
    return { text: piece, score, kind: kindOf(piece) };
  });
}

/** SentencePiece's own names for what is no piece of text. */
function kindOf(piece: string): Piece["kind"] {
  if (piece === "<unk>") return "unknown";
  if (/^<0x[0-9A-F]{2}>$/.test(piece)) return "byte";
  return ["<s>", "</s>", "<pad>"].includes(piece) ? "control" : "normal";
}

/** ▁ is how pieces write a space. */
export const plain = (text: string): string => text.replaceAll("▁", " ");

/** The byte of <0xE2>. */
export const byteOf = (name: string): number => Number(name.slice(1, -1));

/** @throws when pieces are there twice, a score is no number, or only some bytes are there */
export function checkPieces(pieces: readonly Piece[]): void {
  checkDistinct(
    "UnigramTokenizer",
    pieces.map(({ text }) => text),
  );
  for (const [id, { text, score, kind }] of pieces.entries()) {
    if (text === "" || text.includes(" "))
      throw new Error(
        `UnigramTokenizer: piece ${id} is ${JSON.stringify(text)}: pieces have text, and ▁ for a space`,
      );
    if (kind === "normal" && !Number.isFinite(score))
      throw new Error(
        `UnigramTokenizer: the score of piece ${id}, ${JSON.stringify(text)}, is ${score}, which is no number`,
      );
  }
  const bytes = pieces.filter(({ kind }) => kind === "byte").map(({ text }) => text);
  const wanted = Array.from({ length: 256 }, (_, byte) => byteName(byte));
  if (bytes.length > 0 && (bytes.length !== 256 || !wanted.every((name) => bytes.includes(name))))
    throw new Error(
      `UnigramTokenizer: there are ${bytes.length} bytes; all 256, <0x00> to <0xFF>, or none must be there`,
    );
}

const kinds = ["normal", "byte", "unknown", "control"];

/** Whether a saved piece is one: its text, score and kind. */
export const isRow = (row: unknown): row is [string, number, Piece["kind"]] =>
  Array.isArray(row) &&
  row.length === 3 &&
  typeof row[0] === "string" &&
  typeof row[1] === "number" &&
  kinds.includes(row[2]);
