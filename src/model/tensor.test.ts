import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  Adam,
  causalMask,
  concat,
  crossEntropy,
  Embedding,
  Random,
  randn,
  SelfAttention,
  SGD,
  tensor,
  zeros,
} from "./index.ts";
import * as math from "./math.ts";

describe("errors name the operation, the shapes and the rule", () => {
  it.each([
    [
      () => zeros([2, 3]).matmul(zeros([4, 5])),
      "matmul: the inner sizes differ: [2, 3] × [4, 5] needs 3 = 4",
    ],
    [
      () => zeros([2, 3]).add(zeros([2, 4])),
      /add: the shapes \[2, 3\] and \[2, 4\] do not fit.*3 ≠ 4/,
    ],
    [() => zeros([2, 3]).reshape([4]), "reshape: [2, 3] has 6 numbers, [4] cannot hold as many"],
    [() => zeros([2, 3]).sum(2), "sum: there is no dimension 2 in [2, 3]"],
    [() => zeros([2]).row(2), "row: there is no row 2 in [2]"],
    [() => zeros([2]).gather([5]), /gather: there is no row 5 in \[2\]: rows are 0 to 1/],
    [() => tensor([[1, 2], [3]]), /lists of a level must be as long as each other/],
    [() => concat([zeros([2, 3]), zeros([3, 3])], 1), /concat: \[2, 3\] and \[3, 3\] must agree/],
    [() => crossEntropy(zeros([1, 2]), [2]), /the target 2 is not one of the classes 0 to 1/],
    [() => zeros([2, 2]).at(0, 2), "at: there is no position [0, 2] in [2, 2]"],
    [() => zeros([2]).item(), "item: needs a tensor of one number, got [2]"],
  ])("%s", (act, message) => {
    expect(act).toThrow(message);
  });
});

describe("softmax", () => {
  it("gives chances that add up to 1 and keep the order, however large the numbers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (scores) => {
          const chances = tensor(scores).softmax().toList();
          expect(chances.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
          for (const [i, p] of chances.entries()) {
            expect(p).toBeGreaterThanOrEqual(0);
            for (const [j, q] of chances.entries())
              if ((scores[i] ?? 0) > (scores[j] ?? 0)) expect(p).toBeGreaterThanOrEqual(q);
          }
        },
      ),
    );
  });

  it("is not changed by adding a number to all", () => {
    const a = tensor([1, 2, 3]);
    expect(a.add(1000).softmax().toList()).toEqual(a.softmax().toList());
  });
});

describe("attention", () => {
  const random = new Random(3);
  const attention = new SelfAttention({ inputs: 4, keys: 3, outputs: 5, causal: true, random });
  const x = randn([6, 4], random);

  it("equals plain loops", () => {
    const { queries, keys, values, weights, output } = attention.attend(x);
    const [q, k, v] = [queries.toRows(), keys.toRows(), values.toRows()];
    for (let i = 0; i < 6; i++) {
      const scores = k
        .slice(0, i + 1)
        .map((key) => key.reduce((sum, n, d) => sum + n * (q[i]?.[d] ?? 0), 0) / Math.sqrt(3));
      const raised = scores.map(math.exp);
      const total = raised.reduce((sum, n) => sum + n, 0);
      const chances = raised.map((n) => n / total);
      for (let j = 0; j < 6; j++) expect(weights.at(i, j)).toBeCloseTo(chances[j] ?? 0, 5);
      for (let d = 0; d < 5; d++) {
        expect(output.at(i, d)).toBeCloseTo(
          chances.reduce((sum, p, j) => sum + p * (v[j]?.[d] ?? 0), 0),
          5,
        );
      }
    }
  });

  it("gives every beginning of a sentence the same bits at once as one by one", () => {
    const all = attention.forward(x).toRows();
    for (let n = 1; n <= 6; n++) {
      expect(
        attention
          .forward(x.slice(0, 0, n))
          .toRows()
          .at(-1),
      ).toEqual(all[n - 1]);
    }
  });

  it("gives each sentence of a batch the same bits as alone", () => {
    const batch = randn([3, 6, 4], random);
    const all = attention.forward(batch);
    for (let b = 0; b < 3; b++)
      expect(all.row(b).toRows()).toEqual(attention.forward(batch.row(b)).toRows());
  });

  it("says which length it needs", () => {
    expect(() => attention.forward(zeros([2, 3]))).toThrow(
      "attention: needs vectors of length 4, [..., time, 4], got [2, 3]",
    );
  });
});

describe("learning", () => {
  it.each(["SGD", "Adam"] as const)("%s finds the smallest value", (name) => {
    const x = tensor([3, -2]).requireGrad();
    const optimizer = name === "SGD" ? new SGD([x], { lr: 0.1 }) : new Adam([x], { lr: 0.1 });
    for (let step = 0; step < 200; step++) {
      optimizer.zeroGrad();
      x.sub(1).pow(2).sum().backward();
      optimizer.step();
    }
    for (const n of x.toList()) expect(n).toBeCloseTo(1, 2);
  });

  it("looks up the same rows that a one-hot product gives", () => {
    const embedding = new Embedding(5, 3, { random: new Random(1) });
    const oneHot = tensor([2, 0].map((i) => [0, 1, 2, 3, 4].map((j) => (i === j ? 1 : 0))));
    expect(embedding.forward([2, 0]).toRows()).toEqual(oneHot.matmul(embedding.weight).toRows());
  });

  it("hides later words by the causal mask", () => {
    expect(causalMask(3).toRows()).toEqual([
      [0, 1, 1],
      [0, 0, 1],
      [0, 0, 0],
    ]);
  });
});

describe("the package's own functions", () => {
  it.each([
    ["exp", math.exp, Math.exp, -700, 700],
    ["log", math.log, Math.log, 1e-300, 1e300],
    ["tanh", math.tanh, Math.tanh, -20, 20],
    ["sin", math.sin, Math.sin, -1000, 1000],
    ["cos", math.cos, Math.cos, -1000, 1000],
    ["sigmoid", math.sigmoid, (x: number) => 1 / (1 + Math.exp(-x)), -30, 700],
  ] as const)("%s agrees with the engine's to ten digits", (_, ours, theirs, min, max) => {
    fc.assert(
      fc.property(fc.double({ min, max, noNaN: true }), (x) => {
        const [a, b] = [ours(x), theirs(x)];
        expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-10 * Math.max(Math.abs(b), 1e-3));
      }),
      { numRuns: 2000 },
    );
  });

  it("give random numbers that are spread as they should be, and again the same", () => {
    const random = new Random(5);
    const list = Array.from({ length: 20_000 }, () => random.normal());
    const mean = list.reduce((sum, x) => sum + x, 0) / list.length;
    const variance = list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / list.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
    expect(new Random(9).shuffle([1, 2, 3, 4, 5])).toEqual(new Random(9).shuffle([1, 2, 3, 4, 5]));
    expect([...new Random(9).shuffle([1, 2, 3, 4, 5])].sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

it("keeps the engine's own exp, log and their kin out of the package: they differ from engine to engine", () => {
  const files = globSync("*.ts", { cwd: import.meta.dirname, exclude: ["*.test.ts"] });
  const layers = globSync("layers/*.ts", { cwd: import.meta.dirname });
  expect(files.length + layers.length).toBeGreaterThan(10);
  for (const file of [...files, ...layers]) {
    const code = readFileSync(`${import.meta.dirname}/${file}`, "utf8").replace(
      /\/\*[\s\S]*?\*\//g,
      "",
    );
    const used = [...code.matchAll(/Math\.(\w+)/g)].map(([, name]) => name);
    const exact = [
      "sqrt",
      "abs",
      "max",
      "min",
      "floor",
      "ceil",
      "round",
      "imul",
      "fround",
      "PI",
      "LN2",
      "SQRT2",
    ];
    expect(
      used.filter((name) => !exact.includes(name ?? "")),
      file,
    ).toEqual([]);
  }
});
