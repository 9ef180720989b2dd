import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../random.ts";
import { type Batch, batches, windows } from "./batches.ts";
import { allLines, lineBatches } from "./lines.ts";

const count = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const sizes = fc.record({
  batch: fc.integer({ min: 1, max: 7 }),
  context: fc.integer({ min: 1, max: 9 }),
});

/** Of the tokens 0, 1, 2, … a window is a run, and what comes next is one more. */
function expectRuns({ inputs, targets }: Batch, context: number) {
  expect(targets).toHaveLength(inputs.length);
  for (const [i, input] of inputs.entries()) {
    const [first = Number.NaN] = input;
    expect(input).toEqual(count(context).map((at) => first + at));
    expect(targets[i]).toEqual(input.map((token) => token + 1));
  }
}

describe("batches", () => {
  it("draws windows of the text, whose targets are the tokens that come next", () => {
    fc.assert(
      fc.property(sizes, fc.nat(20), fc.integer(), ({ batch, context }, more, seed) => {
        const tokens = count(context + 1 + more);
        const drawn = batches(tokens, { batch, context, random: new Random(seed) }).draw();
        expect(drawn.inputs).toHaveLength(batch);
        expectRuns(drawn, context);
        expect(Math.max(...drawn.targets.flat())).toBeLessThan(tokens.length);
      }),
    );
  });

  it("draws every window about equally often, the first and the last too", () => {
    const random = new Random(1);
    const { inputs } = batches(count(9), { batch: 6000, context: 3, random }).draw();
    const starts = new Map<number | undefined, number>();
    for (const [first] of inputs) starts.set(first, (starts.get(first) ?? 0) + 1);
    expect([...starts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    for (const times of starts.values()) expect(Math.abs(times - 1000)).toBeLessThan(120);
  });

  it("goes on from where its random numbers stood", () => {
    const make = () => batches(count(100), { batch: 2, context: 4, random: new Random(3) });
    const [one, other] = [make(), make()];
    for (const batch of one) if (batch.inputs[0]?.[0] === 7) break;
    other.random.state = one.random.state;
    expect(other.draw()).toEqual(one.draw());
  });

  it("says how long a text must be", () => {
    const random = new Random(1);
    expect(() => batches(count(8), { batch: 1, context: 8, random })).toThrow(
      "batches: the text has 8 tokens, but a context of 8 needs at least 9: a window, and the token after it",
    );
    expect(() => batches(count(8), { batch: 0, context: 2, random })).toThrow(
      "batches: batch must be a whole number of at least 1, got 0",
    );
    expect(() => windows(count(8), { batch: 1, context: 2.5 })).toThrow(
      "windows: context must be a whole number of at least 1, got 2.5",
    );
  });
});

describe("windows", () => {
  it("stand side by side, so that each token is a target once", () => {
    fc.assert(
      fc.property(sizes, fc.nat(40), ({ batch, context }, more) => {
        const tokens = count(context + 1 + more);
        const found = windows(tokens, { batch, context });
        for (const one of found) expectRuns(one, context);
        for (const { inputs } of found.slice(0, -1)) expect(inputs).toHaveLength(batch);
        const targets = found.flatMap((one) => one.targets.flat());
        expect(targets).toEqual(count(targets.length).map((i) => i + 1));
        expect(tokens.length - 1 - targets.length).toBeLessThan(context);
      }),
    );
  });

  it("or as many as asked for, from end to end", () => {
    const found = windows(count(101), { batch: 2, context: 10, count: 3 });
    const starts = found.flatMap(({ inputs }) => inputs.map(([first]) => first));
    expect(starts).toEqual([0, 45, 90]);
    expect(windows(count(101), { batch: 2, context: 10, count: 99 })).toHaveLength(5);
    expect(windows(count(101), { batch: 2, context: 10, count: 1 })).toHaveLength(1);
  });
});

describe("lines", () => {
  const lines = [[1, 2], [3], [4, 5], [6], [7, 8, 9], [2, 2]];

  it("are drawn whole, between ends, with those of their length", () => {
    const data = lineBatches(lines, { batch: 3, end: 0, random: new Random(1) });
    const seen = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const { inputs, targets } = data.draw();
      expect(inputs).toHaveLength(3);
      expect(new Set(inputs.map(({ length }) => length)).size).toBe(1);
      for (const [at, [end, ...line]] of inputs.entries()) {
        expect(end).toBe(0);
        expect(lines).toContainEqual(line);
        expect(targets[at]).toEqual([...line, 0]);
        seen.add(line.join(" "));
      }
    }
    expect(seen.size).toBe(lines.length);
  });

  it("are all drawn equally often", () => {
    const data = lineBatches(lines, { batch: 2, end: 0, random: new Random(2) });
    const times = new Map<string, number>();
    for (let i = 0; i < 6000; i++)
      for (const [, ...line] of data.draw().inputs)
        times.set(line.join(" "), (times.get(line.join(" ")) ?? 0) + 1);
    for (const n of times.values()) expect(Math.abs(n - 2000)).toBeLessThan(200);
  });

  it("are drawn one by one, not a line many times over", () => {
    const data = lineBatches(lines, { batch: 20, end: 0, random: new Random(3) });
    const kinds = () => new Set(data.draw().inputs.map((line) => line.join(" "))).size;
    expect(Math.max(...Array.from({ length: 20 }, kinds))).toBe(3);
  });

  it("are read each once for evaluation", () => {
    const found = allLines(lines, { batch: 2, end: 0 });
    expect(found.map(({ inputs }) => inputs)).toEqual([
      [
        [0, 3],
        [0, 6],
      ],
      [
        [0, 1, 2],
        [0, 4, 5],
      ],
      [[0, 2, 2]],
      [[0, 7, 8, 9]],
    ]);
    expect(found[3]?.targets).toEqual([[7, 8, 9, 0]]);
  });

  it("must be there", () => {
    expect(() => allLines([], { batch: 1, end: 0 })).toThrow("allLines: there are no lines");
    expect(() => lineBatches([], { batch: 1, end: 0, random: new Random(1) })).toThrow(
      "lineBatches: there are no lines",
    );
  });
});
