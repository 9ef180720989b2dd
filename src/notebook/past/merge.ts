import { diff3Merge } from "node-diff3";

/** Three texts of a piece where both the reader and the book changed the same lines: as they were, the reader's, and the book's. */
export interface Conflict {
  base: string[];
  mine: string[];
  book: string[];
}

/** Lines in which both changes go together, or a conflict. */
export type Piece = string[] | Conflict;

export const isConflict = (piece: Piece): piece is Conflict => !Array.isArray(piece);

/** Puts together what the reader and the book made of the same text, by lines. */
export function merge(base: string, mine: string, book: string): Piece[] {
  const regions = diff3Merge(lines(mine), lines(base), lines(book), {
    excludeFalseConflicts: true,
  });
  return regions.flatMap(({ ok, conflict }): Piece[] => {
    if (ok) return [ok];
    return conflict ? [{ base: conflict.o, mine: conflict.a, book: conflict.b }] : [];
  });
}

/** The merged text, with one side taken where there is a conflict: by their order. */
export function join(pieces: readonly Piece[], sides: readonly ("mine" | "book")[]): string {
  let conflicts = 0;
  return pieces
    .flatMap((piece) => (isConflict(piece) ? piece[sides[conflicts++] ?? "mine"] : piece))
    .join("\n");
}

const lines = (text: string): string[] => text.split("\n");
