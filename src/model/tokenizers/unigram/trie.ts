import type { Lattice } from "./lattice.ts";

/** Pieces by their beginnings, to find all that start at a place of a text. */
export class Trie {
  /** Where each character leads from each node; node 0 is the beginning. */
  readonly #next: Map<string, number>[] = [new Map()];
  /** The piece that ends at each node; −1 if none does. */
  readonly #piece: number[] = [-1];

  add(text: string, piece: number): void {
    let node = 0;
    for (const character of text) {
      let next = this.#next[node]?.get(character);
      if (next === undefined) {
        next = this.#next.push(new Map()) - 1;
        this.#piece.push(-1);
        this.#next[node]?.set(character, next);
      }
      node = next;
    }
    this.#piece[node] = piece;
  }

  /**
   * All ways to cut a text into pieces.
   * @param characters the text's
   * @param unknown the piece that stands for a single character that is no piece
   */
  lattice(characters: readonly string[], unknown: number): Lattice {
    const ends: number[][] = characters.map(() => []);
    let edges = 0;
    for (let start = 0; start < characters.length; start++) {
      let node: number | undefined = 0;
      for (let end = start; end < characters.length; end++) {
        node = this.#next[node]?.get(characters[end] ?? "");
        const piece = node === undefined ? -1 : (this.#piece[node] ?? -1);
        if (piece >= 0 || end === start) {
          ends[end]?.push(start, piece < 0 ? unknown : piece);
          edges++;
        }
        if (node === undefined) break;
      }
    }
    const first = new Int32Array(characters.length + 2);
    const starts = new Int32Array(edges);
    const pieces = new Int32Array(edges);
    let edge = 0;
    for (const [end, list] of ends.entries()) {
      first[end + 1] = edge;
      for (let i = 0; i < list.length; i += 2) {
        starts[edge] = list[i] ?? 0;
        pieces[edge++] = list[i + 1] ?? 0;
      }
    }
    first[characters.length + 1] = edge;
    return { length: characters.length, first, starts, pieces };
  }
}
