import { describe, expect, it } from "vitest";
import { allLines, CharacterTokenizer, crossEntropy, Random, rhyme, windows } from "../index.ts";
import { evaluate } from "./evaluate.ts";
import { keepingRandoms, randomsOf } from "./randoms.ts";
import { Tiny } from "./tiny.ts";

const tokenizer = new CharacterTokenizer(rhyme);
const tokens = tokenizer.encode(rhyme);
const make = () => new Tiny({ size: tokenizer.size, random: new Random(1) });

describe("evaluate", () => {
  it("gives the same number again, however much dropout drew between", () => {
    const model = make();
    const batches = windows(tokens, { batch: 4, context: 8 });
    const first = evaluate(model, batches);
    for (const { inputs, targets } of batches) model.loss(inputs, targets);
    expect(evaluate(model, batches)).toBe(first);
  });

  it("is the mean over all places, in batches of any size", () => {
    const model = make();
    const means = [1, 3, 100].map((batch) =>
      evaluate(model, windows(tokens, { batch, context: 7 })),
    );
    for (const mean of means) expect(mean).toBeCloseTo(means[0] ?? 0, 6);
    model.eval();
    const [all] = windows(tokens, { batch: 1000, context: 7 });
    expect(means[2]).toBe(model.loss(all?.inputs ?? [], all?.targets ?? []).item());
  });

  it("counts a long line for more than a short one", () => {
    const model = make();
    const [short, long] = [tokens.slice(0, 2), tokens.slice(3, 12)];
    const both = evaluate(model, allLines([short, long], { batch: 2, end: 0 }));
    model.eval();
    const [a = 0, b = 0] = [short, long].map((line) =>
      model.loss([[0, ...line]], [[...line, 0]]).item(),
    );
    expect(both).toBeCloseTo((a * 3 + b * 10) / 13, 12);
  });

  it("leaves the model, its random numbers and its gradients as they were", () => {
    const model = make();
    const batches = windows(tokens, { batch: 4, context: 8 });
    const { state } = model.random;
    evaluate(model, batches);
    expect(model.training).toBe(true);
    expect(model.random.state).toBe(state);
    expect(model.parameters().every(({ grad }) => grad === undefined)).toBe(true);
    model.eval();
    evaluate(model, batches);
    expect(model.training).toBe(false);
  });

  it("holds still the random numbers of a model that has no other way to be used", () => {
    const random = new Random(1);
    const loss = () =>
      crossEntropy(
        make().output.weight.mul(random.uniform()),
        tokens.slice(0, tokenizer.size).map(() => 0),
      );
    const model = { random, parameters: () => [], loss };
    const batches = windows(tokens, { batch: 4, context: 8 });
    expect(evaluate(model, batches)).toBe(evaluate(model, batches));
  });

  it("needs batches", () => {
    expect(() => evaluate(make(), [])).toThrow("evaluate: there are no batches");
  });
});

describe("randomsOf", () => {
  it("finds each generator once, in fields, lists and maps, in order", () => {
    const [a, b, c, d] = [1, 2, 3, 4].map((seed) => new Random(seed));
    const blocks = [{ dropout: { random: b } }, { dropout: { random: a } }];
    const model: Record<string, unknown> = { random: a, blocks, map: new Map([["c", c]]) };
    model["self"] = model;
    expect(randomsOf(model, [1, 2], undefined, { data: new Set([d]) }, [a])).toEqual([a, b, c, d]);
  });

  it("lets them go on from where they stood, after an error too", () => {
    const random = new Random(1);
    const { state } = random;
    expect(() =>
      keepingRandoms([random], () => {
        random.uniform();
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(random.state).toBe(state);
  });
});
