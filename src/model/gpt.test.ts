import { describe, expect, it } from "vitest";
import {
  AdamW,
  countParameters,
  crossEntropy,
  GPT,
  type GPTConfig,
  gpt2Config,
  gpt2Sizes,
  noGrad,
  Random,
  scope,
  useBackend,
} from "./index.ts";

const sizes = { vocabulary: 11, context: 8, layers: 2, heads: 2, channels: 16 };
const make = (config: Partial<GPTConfig> = {}) =>
  new GPT({ ...sizes, ...config, random: new Random(3) });
const text = [1, 5, 0, 10, 7, 7, 2, 4];
const positions = ["learned", "sinusoidal", "rotary", "none"] as const;

/** Each ingredient of the book that a configuration can take away or change. */
const switches: Record<string, Partial<GPTConfig>> = {
  "embeddings as drawn": { trainEmbeddings: false },
  "attention to nothing": { attention: "none" },
  "attention to all alike": { attention: "average" },
  "no ways around": { residual: false },
  "no normalization": { norm: "none" },
  "normalization after": { norm: "post" },
  "one head": { heads: 1 },
  "no positions": { positions: "none" },
  "sinusoidal positions": { positions: "sinusoidal" },
  "rotary positions": { positions: "rotary" },
  dropout: { dropout: 0.1 },
  "no biases": { bias: false },
  relu: { activation: "relu" },
  "a head of its own": { tied: false },
};

describe("GPT", () => {
  it("gives a score for each token after each beginning: [batch, time, vocabulary]", () => {
    expect(make().forward([text, text]).shape).toEqual([2, 8, 11]);
  });

  it("lets no later token change what was said before it, to the last bit", () => {
    for (const one of positions) {
      const model = make({ positions: one });
      const before = model.forward([text]).toArray() as number[][][];
      const after = model.forward([[...text.slice(0, 5), 9, 9, 9]]).toArray() as number[][][];
      expect(after[0]?.slice(0, 5)).toEqual(before[0]?.slice(0, 5));
      expect(after[0]?.[5]).not.toEqual(before[0]?.[5]);
    }
  });

  it("says the same with a cache as without, to the last bit, however the text is fed in", () => {
    for (const backend of ["exact", "reference"] as const) {
      useBackend(backend);
      for (const config of [...positions.map((one) => ({ positions: one })), { heads: 1 }]) {
        const model = make(config).eval();
        const whole = model.forward([text]).toArray() as number[][][];
        for (const pieces of [[1, 1, 1, 1, 1, 1, 1, 1], [3, 5], [7, 1], [8]]) {
          const cache = model.cache();
          let start = 0;
          const said = pieces.flatMap((count) => {
            const some = text.slice(start, start + count);
            start += count;
            const scores = noGrad(() => model.forward([some], { cache }));
            return (scores.toArray() as number[][][])[0] ?? [];
          });
          expect(said).toEqual(whole[0]);
          expect(cache.length).toBe(8);
        }
      }
    }
    useBackend("exact");
  });

  it("goes back with a cache that was cut", () => {
    const model = make().eval();
    const cache = model.cache();
    noGrad(() => model.forward([[1, 2, 3, 4]], { cache }));
    cache.cut(2);
    const again = noGrad(() => model.forward([[5]], { cache })).toList();
    expect(again).toEqual(
      model
        .forward([[1, 2, 5]])
        .slice(1, 2, 3)
        .toList(),
    );
  });

  it("is surprised by the cross-entropy of what it forecasts", () => {
    const model = make();
    const targets = [...text.slice(1), 0];
    const scores = model.forward([text]).reshape([-1, 11]);
    expect(model.loss([text], [targets]).item()).toBe(crossEntropy(scores, targets).item());
  });

  it("tells the weights of attention: a tensor for each layer, [heads, time, time]", () => {
    const [first, second, ...more] = make().attentions(text);
    expect(more).toEqual([]);
    for (const one of [first, second]) {
      expect(one?.shape).toEqual([2, 8, 8]);
      for (const sum of one?.sum(2).toList() ?? []) expect(sum).toBeCloseTo(1, 5);
    }
  });

  it("has as many parameters as were published for GPT-2's four sizes", () => {
    const counts = (Object.keys(gpt2Sizes) as (keyof typeof gpt2Sizes)[]).map((size) =>
      countParameters(gpt2Config(size)),
    );
    // As Hugging Face's models have them (the paper's table counts otherwise for the small ones).
    expect(counts).toEqual([124_439_808, 354_823_168, 774_030_080, 1_557_611_200]);
  });

  it("counts the parameters that it has, whatever is switched", () => {
    for (const config of [{}, ...Object.values(switches)]) {
      const model = make(config);
      const count = model.parameters().reduce((sum, { size }) => sum + size, 0);
      expect(countParameters({ ...sizes, ...config }), JSON.stringify(config)).toBe(count);
    }
  });

  it("begins as GPT-2 does: spread 0.02, narrower where it leads back, biases 0, scales 1", () => {
    const model = make({ channels: 64, vocabulary: 200, layers: 8 });
    for (const [name, { data }] of model.namedParameters()) {
      const mean = data.reduce((sum, one) => sum + one, 0) / data.length;
      const spread = Math.sqrt(data.reduce((sum, one) => sum + (one - mean) ** 2, 0) / data.length);
      const wanted = /projection.weight|contract.weight/.test(name)
        ? 0.02 / Math.sqrt(16)
        : /norm/.test(name) || name.endsWith("bias")
          ? 0
          : 0.02;
      expect(mean, name).toBeCloseTo(/norm\d?\.weight/.test(name) ? 1 : 0, 2);
      expect(Math.abs(spread - wanted), name).toBeLessThanOrEqual(0.1 * wanted);
    }
  });

  it("gives tied weights the gradients of both their uses", () => {
    const model = make();
    model.loss([text], [text]).backward();
    const both = model.tokens.weight.grad?.toRows() ?? [];
    // Token 3 is not in the text: only as a score does it get a gradient.
    expect(both[3]?.some((one) => one !== 0)).toBe(true);
    const apart = make({ tied: false });
    apart.loss([text], [text]).backward();
    expect(apart.tokens.weight.grad?.toRows()[3]?.every((one) => one === 0)).toBe(true);
  });

  for (const [name, config] of Object.entries(switches))
    it(`learns with ${name}`, () => {
      const model = make({ context: 4, ...config });
      const frozen = config.trainEmbeddings === false ? model.tokens.weight.toList() : undefined;
      const optimizer = new AdamW(model.parameters(), { lr: 0.01 });
      // After 1, 2 comes 3; after 5, 2 comes 7.
      const [inputs, targets] = [
        [
          [1, 2],
          [5, 2],
          [3, 4],
        ],
        [
          [2, 3],
          [2, 7],
          [4, 4],
        ],
      ];
      const loss = () => model.loss(inputs, targets);
      const before = noGrad(() => loss().item());
      for (let step = 0; step < 60; step++)
        scope(() => {
          optimizer.zeroGrad();
          loss().backward();
          optimizer.step();
        });
      model.eval();
      expect(noGrad(() => loss().item())).toBeLessThan(0.6 * before);
      if (frozen) expect(model.tokens.weight.toList()).toEqual(frozen);
    });

  it("hears nothing of other moments without attention, and no order without positions", () => {
    const last = (model: GPT, tokens: number[]) =>
      (model.forward([tokens]).toArray() as number[][][])[0]?.at(-1) ?? [];
    const deaf = make({ attention: "none", positions: "none" });
    expect(last(deaf, [1, 2, 3])).toEqual(last(deaf, [5, 6, 3]));
    const unordered = make({ positions: "none", layers: 1 });
    const [a, b] = [last(unordered, [1, 2, 3]), last(unordered, [2, 1, 3])];
    for (const [i, one] of a.entries()) expect(one).toBeCloseTo(b[i] ?? Number.NaN, 6);
    const ordered = make({ layers: 1 });
    expect(last(ordered, [1, 2, 3])).not.toEqual(last(ordered, [2, 1, 3]));
  });

  it("says what is wrong with a text", () => {
    const model = make();
    expect(() => model.forward([])).toThrow("GPT: needs at least one token");
    expect(() => model.forward([[1, 2], [3]])).toThrow("as long as each other");
    expect(() => model.forward([[...text, 1]])).toThrow(
      "GPT: the text has 9 tokens, and the context is 8",
    );
    expect(() => model.forward([[1, 11]])).toThrow(/11/);
    expect(() => model.forward([[1, -1]])).toThrow(/-1|−1/);
    const cache = model.cache();
    expect(() => model.forward([[1], [2]], { cache })).toThrow("cache: it holds one text");
    model.forward([text], { cache });
    expect(() => model.forward([[1]], { cache })).toThrow("the context is 8");
    const endless = make({ positions: "rotary" });
    const full = endless.cache();
    endless.forward([text], { cache: full });
    expect(() => endless.forward([[1]], { cache: full })).toThrow(
      "cache: there is room for 8 moments, but the text reaches 9",
    );
  });

  it("says what is wrong with a configuration", () => {
    expect(() => make({ heads: 3 })).toThrow("GPT: 16 channels do not divide into 3 heads");
    for (const name of ["vocabulary", "context", "layers", "heads", "channels"] as const)
      for (const value of [0, 1.5, Number.NaN])
        expect(() => make({ [name]: value })).toThrow(
          `GPT: ${name} must be a whole number of at least 1, got ${value}`,
        );
    expect(() => make({ dropout: 1 })).toThrow("Dropout: p must be from 0 to below 1, got 1");
    expect(() => make({ positions: "rotary", heads: 16 })).toThrow("even");
    // From plain JavaScript.
    const unknown = { norm: "before" } as unknown as Partial<GPTConfig>;
    expect(() => make(unknown)).toThrow('GPT: norm must be "pre", "post" or "none", got "before"');
  });
});
