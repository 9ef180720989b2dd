import { seen } from "../pieces/pieces.ts";
import type { Joined } from "./merges.ts";

/** A piece in its place: every length in CSS pixels. */
export interface Brick {
  /** Its word, its piece, and its way down from there: `2.0.1`. */
  id: string;
  /** The brick that lies on it. */
  on: string | undefined;
  piece: Joined;
  /** A letter is 0; what is joined lies one above the higher of its two. */
  level: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Wall {
  width: number;
  height: number;
  bricks: Brick[];
}

const size = { letter: 26, brick: 36, gap: 4, stem: 6, sign: 8, padding: 10, least: 24 };

/** One word: letters side by side at the bottom, and on each two neighbours that were joined the piece that they made. */
export function wall(word: readonly Joined[], index: number): Wall {
  const bricks: Brick[] = [];
  let right = 1;
  const place = (piece: Joined, id: string, on: string | undefined): Brick => {
    const own: Brick = { id, on, piece, level: 0, x: right, y: 0, width: 0, height: size.letter };
    bricks.push(own);
    if (piece.from === undefined) {
      own.width = Math.max(size.least, [...seen(piece.text)].length * size.sign + size.padding);
      right += own.width + size.gap;
      return own;
    }
    const [first, second] = piece.from.map((part, i) => place(part, `${id}.${i}`, id));
    own.level = 1 + Math.max(first?.level ?? 0, second?.level ?? 0);
    own.width = right - size.gap - own.x;
    own.height = size.brick;
    return own;
  };
  for (const [i, piece] of word.entries()) place(piece, `${index}.${i}`, undefined);
  const top = Math.max(...bricks.map(({ level }) => level));
  const height = 2 + size.letter + top * (size.brick + size.stem);
  for (const brick of bricks)
    brick.y = height - 1 - size.letter - brick.level * (size.brick + size.stem);
  return { width: right - size.gap + 1, height, bricks };
}

/** Where an arrow key leads: to the brick before or after, to the one that lies on this one, to the first of the two below. */
export function moved(bricks: readonly Brick[], from: Brick, key: string): Brick | undefined {
  const at = bricks.indexOf(from);
  switch (key) {
    case "ArrowLeft":
      return bricks[at - 1];
    case "ArrowRight":
      return bricks[at + 1];
    case "ArrowUp":
      return bricks.find(({ id }) => id === from.on);
    case "ArrowDown":
      return bricks.find(({ on }) => on === from.id);
    default:
      return undefined;
  }
}
