import type { WiringDisplay } from "./wiring.ts";

const mostWords = 8;
const mostNumbers = 8;

/** Throws where the parts do not fit together or are more than can be drawn. */
export function check({
  words,
  vectors,
  keys,
  values,
  query,
  asks,
  scores,
  weights,
  output,
}: WiringDisplay) {
  const n = words.length;
  if (n < 1 || n > mostWords)
    throw new Error(`wiring: 1 to ${mostWords} words can be drawn, got ${n}`);
  if (!Number.isInteger(asks) || asks < 0 || asks >= n)
    throw new Error(`wiring: asks: there are ${n} words, none has the place ${asks}`);
  const table = { vectors, keys, values };
  for (const [name, rows] of Object.entries(table)) {
    if (rows.length !== n)
      throw new Error(`wiring: ${name}: expected ${n} rows, got ${rows.length}`);
    const width = rows[0]?.length ?? 0;
    if (width < 1 || width > mostNumbers)
      throw new Error(
        `wiring: ${name}: 1 to ${mostNumbers} numbers each can be drawn, got ${width}`,
      );
    if (rows.some((row) => row.length !== width))
      throw new Error(`wiring: ${name}: all rows need as many numbers`);
  }
  const lengths = {
    query: [query, keys[0]],
    output: [output, values[0]],
    scores: [scores, words],
    weights: [weights, words],
  };
  for (const [name, [list, like]] of Object.entries(lengths))
    if (list?.length !== like?.length)
      throw new Error(`wiring: ${name}: expected ${like?.length} numbers, got ${list?.length}`);
}
