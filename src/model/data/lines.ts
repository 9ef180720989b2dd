import type { Random } from "../random.ts";
import { type Batch, type Batches, endless, grouped, whole } from "./batches.ts";

/** How lines are put together. */
export interface Lines {
  /** How many lines a batch has. */
  batch: number;
  /** The token that stands before the first of a line, and that should follow its last: often that of "\n". */
  end: number;
}

/**
 * Whole lines, such as names, drawn at random with all equally likely. The lines of a batch are as long as each other, so that nothing needs to
 * be filled up: one is drawn, then the others from those of its length. The model reads `end, a, d, a` and should say `a, d, a, end`.
 * @param lines the tokens of each line, without `end`
 * @throws when there are no lines, or sizes are not whole numbers
 */
export function lineBatches(
  lines: readonly (readonly number[])[],
  { batch, end, random }: Lines & { random: Random },
): Batches {
  check("lineBatches", lines, batch);
  const lengths = byLength(lines);
  const draw = (): Batch => {
    const first = random.pick(lines);
    const others = lengths.get(first.length) ?? [first];
    const rest = Array.from({ length: batch - 1 }, () => random.pick(others));
    return framed([first, ...rest], end);
  };
  return endless(draw, random);
}

/**
 * Every line once, for evaluation, in the order of their lengths: batches of up to `batch` lines of a length.
 * @throws when there are no lines, or sizes are not whole numbers
 */
export function allLines(lines: readonly (readonly number[])[], { batch, end }: Lines): Batch[] {
  check("allLines", lines, batch);
  const lengths = [...byLength(lines)].sort(([a], [b]) => a - b);
  return lengths.flatMap(([, alike]) => grouped(alike, batch).map((group) => framed(group, end)));
}

const framed = (lines: readonly (readonly number[])[], end: number): Batch => ({
  inputs: lines.map((line) => [end, ...line]),
  targets: lines.map((line) => [...line, end]),
});

function byLength(lines: readonly (readonly number[])[]): Map<number, (readonly number[])[]> {
  const lengths = new Map<number, (readonly number[])[]>();
  for (const line of lines) {
    const alike = lengths.get(line.length);
    if (alike) alike.push(line);
    else lengths.set(line.length, [line]);
  }
  return lengths;
}

function check(who: string, lines: readonly unknown[], batch: number): void {
  whole(who, "batch", batch);
  if (lines.length === 0) throw new Error(`${who}: there are no lines`);
}
