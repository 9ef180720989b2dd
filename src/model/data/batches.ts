import type { Random } from "../random.ts";

/** What a model reads, and what it should say at each place: the token that comes next. Both [batch, time]. */
export interface Batch {
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
}

/** Batches without end, each drawn anew. Where it stands is `random.state` alone. */
export interface Batches extends Iterable<Batch> {
  readonly random: Random;
  draw(): Batch;
}

/** The size of a batch. */
export interface Windows {
  /** How many windows a batch has. */
  batch: number;
  /** How many tokens a window has. */
  context: number;
}

/**
 * Windows of a text, their beginnings drawn at random, all equally likely; the targets are the same windows a token later.
 * @throws when the text is shorter than a window and the token after it
 */
export function batches(
  tokens: readonly number[],
  { batch, context, random }: Windows & { random: Random },
): Batches {
  check("batches", tokens, { batch, context });
  const draw = (): Batch =>
    cut(
      tokens,
      Array.from({ length: batch }, () => random.integer(tokens.length - context)),
      context,
    );
  return endless(draw, random);
}

/**
 * The same windows at every call, for evaluation: side by side from the beginning, so that each token is a target once (but the first, and
 * what is left at the end); or `count` of them, spread evenly from end to end. The last batch may have fewer windows.
 * @throws when the text is shorter than a window and the token after it
 */
export function windows(
  tokens: readonly number[],
  { batch, context, count }: Windows & { count?: number },
): Batch[] {
  check("windows", tokens, { batch, context });
  if (count !== undefined) whole("windows", "count", count);
  const fitting = Math.floor((tokens.length - 1) / context);
  const last = tokens.length - 1 - context;
  const starts =
    count === undefined || count >= fitting
      ? Array.from({ length: fitting }, (_, i) => i * context)
      : Array.from({ length: count }, (_, i) => Math.floor((i * last) / Math.max(1, count - 1)));
  return grouped(starts, batch).map((group) => cut(tokens, group, context));
}

function cut(tokens: readonly number[], starts: readonly number[], context: number): Batch {
  return {
    inputs: starts.map((start) => tokens.slice(start, start + context)),
    targets: starts.map((start) => tokens.slice(start + 1, start + 1 + context)),
  };
}

/** Lists of up to `size` items, in order. */
export const grouped = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );

export const endless = (draw: () => Batch, random: Random): Batches => ({
  random,
  draw,
  *[Symbol.iterator]() {
    for (;;) yield draw();
  },
});

/** @throws when a size is not a whole number of at least 1 */
export function whole(who: string, what: string, size: number): void {
  if (!Number.isInteger(size) || size < 1)
    throw new Error(`${who}: ${what} must be a whole number of at least 1, got ${size}`);
}

function check(who: string, tokens: readonly number[], { batch, context }: Windows): void {
  whole(who, "batch", batch);
  whole(who, "context", context);
  if (tokens.length <= context)
    throw new Error(
      `${who}: the text has ${tokens.length} tokens, but a context of ${context} needs at least ${context + 1}: a window, and the token after it`,
    );
}
