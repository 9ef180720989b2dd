import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GPT, Random } from "../index.ts";
import { beamSearch } from "./beam.ts";
import { generate } from "./generate.ts";
import { predictor } from "./predictor.ts";
import { chances, likeliest, pick } from "./sampling.ts";
import { continuations } from "./tree.ts";

const scores = fc.array(
  fc.integer({ min: -40, max: 40 }).map((n) => n / 8),
  {
    minLength: 1,
    maxLength: 12,
  },
);
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

describe("chances", () => {
  it("add up to 1 and keep the scores' order, whatever is left out", () => {
    fc.assert(
      fc.property(
        scores,
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (list, temperature, topK, topP) => {
          const all = chances(list, { temperature, topK, topP });
          expect(sum(all)).toBeCloseTo(1, 9);
          expect(all.filter((p) => p > 0).length).toBeLessThanOrEqual(topK);
          for (const [i, a] of list.entries())
            for (const [j, b] of list.entries())
              if (a > b) expect(all[i] ?? 0).toBeGreaterThanOrEqual(all[j] ?? 0);
        },
      ),
    );
  });

  it("topP keeps the fewest likeliest that reach it", () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0.01, max: 1, noNaN: true }), (list, topP) => {
        const all = chances(list);
        const kept = chances(list, { topP }).map((p, i) => (p > 0 ? (all[i] ?? 0) : 0));
        const inside = kept.filter((p) => p > 0);
        expect(sum(inside)).toBeGreaterThanOrEqual(topP - 1e-9);
        // Without its least likely one it would not.
        expect(sum(inside) - Math.min(...inside)).toBeLessThan(topP + 1e-9);
      }),
    );
  });

  it("sharpen toward the likeliest as the temperature falls", () => {
    const list = [1, 3, 2];
    const [hot, mild, cold] = [5, 1, 0.05].map((temperature) => chances(list, { temperature }));
    expect(hot?.[1]).toBeLessThan(mild?.[1] ?? 0);
    expect(cold?.[1]).toBeGreaterThan(0.999);
    expect(() => chances(list, { temperature: 0 })).toThrow("must be above 0, got 0");
    expect(() => chances(list, { topK: 0 })).toThrow("topK");
    expect(() => chances(list, { topP: 1.5 })).toThrow("topP");
  });

  it("are how often tokens are picked", () => {
    const random = new Random(1);
    const wanted = [0.1, 0, 0.6, 0.3];
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) {
      const token = pick(wanted, random);
      counts[token] = (counts[token] ?? 0) + 1;
    }
    for (const [token, p] of wanted.entries())
      expect((counts[token] ?? 0) / 20_000).toBeCloseTo(p, 1);
    expect(counts[1]).toBe(0);
  });
});

const model = new GPT({
  ...{ vocabulary: 7, context: 8, layers: 2, heads: 2, channels: 8, random: new Random(3) },
});
// Larger weights, for scores that differ.
for (const { data } of model.parameters())
  for (const i of data.keys()) data[i] = (data[i] ?? 0) * 12;

describe("generate", () => {
  it("gives the same with the same seed, another with another, and the likeliest without one", () => {
    const with_ = (seed: number) => [
      ...generate(model, [1], { count: 20, temperature: 2, random: new Random(seed) }),
    ];
    expect(with_(1)).toEqual(with_(1));
    expect(with_(1)).not.toEqual(with_(2));
    const greedy = [...generate(model, [1], { count: 20 })];
    expect(greedy).toEqual([
      ...generate(model, [1], { count: 20, topK: 1, random: new Random(1) }),
    ]);
  });

  it("goes on beyond the context, from its last tokens", () => {
    const text = [1, 2, 3];
    for (const token of generate(model, [1, 2, 3], { count: 30 })) {
      const scores = model.forward([text.slice(-8)]).data.slice(-7);
      expect(token).toBe(likeliest(scores));
      text.push(token);
    }
    expect(text).toHaveLength(33);
  });

  it("ends at a stop token, and leaves training as it was", () => {
    const [first = 0] = generate(model, [1], { count: 1 });
    expect([...generate(model, [1], { count: 5, stop: [first] })]).toEqual([]);
    expect(model.training).toBe(true);
  });

  it("has the same bits with the cache as without, whatever was asked before", () => {
    const predict = predictor(model);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 8 }),
        (tokens) => {
          expect(predict(tokens)).toEqual(model.forward([tokens]).data.slice(-7));
        },
      ),
    );
    expect(() => predict([])).toThrow("at least one token");
  });
});

describe("beam search", () => {
  /** A model of two steps: token 0 is likelier at first, but what follows token 1 is surer. */
  const trap = (tokens: readonly number[]) =>
    Float32Array.from(
      tokens.length === 1
        ? [0.6, 0.4, 1e-9]
        : tokens[1] === 0
          ? [0.4, 0.3, 0.3]
          : [0.05, 0.9, 0.05],
      Math.log,
    );

  it("of width 1 is greedy, and a wider one finds what greedy misses", () => {
    const greedy = [...generate(trap, [2], { count: 2 })];
    expect(beamSearch(trap, [2], { count: 2, width: 1 })[0]?.tokens).toEqual(greedy);
    const [best, second] = beamSearch(trap, [2], { count: 2, width: 2 });
    expect(best?.tokens).toEqual([1, 1]);
    expect(best?.score).toBeCloseTo(Math.log(0.4 * 0.9), 5);
    expect(second?.score).toBeLessThan(best?.score ?? 0);
  });

  it("finds the likeliest of all when it is wide enough", () => {
    const predict = predictor(model);
    const beams = beamSearch(predict, [1], { count: 3, width: 49 });
    const whole = (tokens: number[]) =>
      sum(
        tokens.map((token, i) =>
          Math.log(chances(predict([1, ...tokens.slice(0, i)]))[token] ?? 0),
        ),
      );
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < 343; i++)
      most = Math.max(most, whole([Math.floor(i / 49), Math.floor(i / 7) % 7, i % 7]));
    expect(beams[0]?.score).toBeCloseTo(most, 6);
  });
});

it("the tree of continuations has each token's chance after all before it", () => {
  const predict = predictor(model);
  const tree = continuations(model, [1, 2], { depth: 3, width: 2 });
  expect(tree).toHaveLength(2);
  const [first] = tree;
  const [next] = first?.children ?? [];
  expect(next?.probability).toBe(Math.max(...chances(predict([1, 2, first?.token ?? 0]))));
  expect(next?.children[0]?.children).toEqual([]);
  expect(continuations(model, [1], { depth: 3, width: 2, least: 1 })[0]?.children).toEqual([]);
});

describe("a model that writes", () => {
  it("has its weights where the kernels read them from then on, unchanged", () => {
    const sizes = { vocabulary: 9, context: 8, layers: 1, heads: 2, channels: 8 };
    const model = new GPT({ ...sizes, random: new Random(1) });
    const before = model.parameters().map(({ data }) => [...data]);
    expect(model.parameters().every(({ storage }) => storage.offset < 0)).toBe(true);
    expect([...generate(model, [1], { count: 3 })]).toHaveLength(3);
    expect(model.parameters().every(({ storage }) => storage.offset >= 0)).toBe(true);
    expect(model.parameters().map(({ data }) => [...data])).toEqual(before);
  });
});
