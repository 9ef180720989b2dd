import { describe, expect, it } from "vitest";
import { collectGarbage } from "../collect-garbage.ts";
import {
  AdamW,
  batches,
  CharacterTokenizer,
  memoryUse,
  Random,
  randn,
  rhyme,
  SGD,
  windows,
} from "../index.ts";
import type { Tensor } from "../tensor.ts";
import { evaluate } from "./evaluate.ts";
import type { Report } from "./options.ts";
import { constant, cosine, warmup } from "./schedules.ts";
import { Tiny } from "./tiny.ts";
import { type Training, train } from "./train.ts";

const tokenizer = new CharacterTokenizer(rhyme);
const tokens = tokenizer.encode(rhyme);
const heldOut = windows(tokens, { batch: 3, context: 8 });
const schedule = warmup(5, cosine({ from: 0.03, to: 0.003, steps: 35 }));

/** The same parts at every call, whatever is drawn from them later. */
function parts({ seed = 1, p = 0.3 } = {}) {
  const model = new Tiny({ size: tokenizer.size, random: new Random(seed), p });
  const data = batches(tokens, { batch: 4, context: 8, random: new Random(seed + 1) });
  return { model, data, steps: 40, schedule, clip: 1 };
}

async function reports(training: Training, steps = Number.POSITIVE_INFINITY): Promise<Report[]> {
  const list: Report[] = [];
  for await (const report of training) {
    list.push(report);
    if (report.step >= steps) break;
  }
  return list;
}

const bits = ({ model }: { model: Tiny }) => model.parameters().map((one) => one.toList());
const losses = (list: readonly Report[]) => list.map(({ loss }) => loss);

describe("train", () => {
  it("lowers the loss on a text, and reports each step", async () => {
    const options = { ...parts(), evaluate: { every: 15, batches: heldOut } };
    const before = evaluate(options.model, heldOut);
    const list = await reports(train(options));
    expect(list.map(({ step }) => step)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(list.map(({ lr }) => lr)).toEqual(list.map((_, i) => schedule(i)));
    const evaluated = list.filter((report) => report.heldOut !== undefined);
    expect(evaluated.map(({ step }) => step)).toEqual([15, 30, 40]);
    const [after = Number.NaN] = evaluated.slice(-1).map((report) => report.heldOut);
    expect(after).toBe(evaluate(options.model, heldOut));
    expect(after).toBeLessThan(before - 0.5);
    for (const { norm = 0, tokensPerSecond = 0 } of list) {
      expect(norm).toBeGreaterThan(0);
      expect(tokensPerSecond).toBeGreaterThan(0);
    }
  });

  it("makes the same numbers whether it evaluates, saves and breathes or not", async () => {
    const [plain, busy] = [parts(), parts()];
    const list = await reports(train(plain));
    const same = await reports(
      train({
        ...busy,
        evaluate: { every: 1, batches: heldOut },
        checkpoint: { every: 3, save: () => new Promise((done) => setTimeout(done, 1)) },
      }),
    );
    expect(losses(same)).toEqual(losses(list));
    expect(bits(busy)).toEqual(bits(plain));
  });

  it("trains with a loss of one's own, inputs too", async () => {
    const place = randn([3], new Random(1)).requireGrad();
    const model = { parameters: () => [place] };
    const seen: number[] = [];
    const options = {
      ...{ model, optimizer: new SGD([place], { lr: 0.1 }), steps: 60 },
      loss: (step: number): Tensor => {
        seen.push(step);
        return place.sub(2).pow(2).sum();
      },
      evaluate: { every: 60, loss: () => place.sum() },
    };
    const list = await reports(train(options));
    expect(list.at(-1)?.heldOut).toBeCloseTo(6, 4);
    expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => i));
    expect(list.at(-1)?.lr).toBe(0.1);
    expect(list.at(-1)?.tokensPerSecond).toBeUndefined();
  });

  it("goes on where its loop was left, and stays ended at its end", async () => {
    const [whole, paused] = [parts(), parts()];
    const list = await reports(train(whole));
    const training = train(paused);
    const halves = [...(await reports(training, 17)), ...(await reports(training))];
    expect(losses(halves)).toEqual(losses(list));
    expect(await reports(training)).toEqual([]);
  });

  it("says what is wrong", async () => {
    expect(() => train({ ...parts(), steps: 0 })).toThrow(
      "train: steps must be a whole number of at least 1, got 0",
    );
    expect(() => train({ ...parts(), clip: 0 })).toThrow("train: clip must be more than 0, got 0");
    expect(() => train({ ...parts(), evaluate: { every: 0.5, batches: heldOut } })).toThrow(
      "train: evaluate.every must be a whole number of at least 1, got 0.5",
    );
    const wild = train({ ...parts(), schedule: constant(1e30), clip: undefined });
    await expect(reports(wild)).rejects.toThrow(
      /^train: the loss of step \d+ is (NaN|Infinity), .* a learning rate below 1e\+30, or clip/,
    );
    await expect(
      reports(train({ ...parts(), evaluate: { every: 1, batches: [] } })),
    ).rejects.toThrow("evaluate: there are no batches");
  });
});

describe("a checkpoint of a training", () => {
  it.each([1, 2, 13, 20, 39, 40])("after %i steps goes on with the same bits", async (cut) => {
    const whole = parts();
    const list = await reports(train(whole));
    const first = train(parts());
    const begun = await reports(first, cut);
    // Other seeds: all that counts is in the file.
    const other = parts({ seed: 50 });
    const rest = await reports(train({ ...other, from: first.checkpoint() }));
    expect(losses([...begun, ...rest])).toEqual(losses(list));
    expect(rest.map(({ step }) => step)).toEqual(list.slice(cut).map(({ step }) => step));
    expect(bits(other)).toEqual(bits(whole));
  });

  it("is saved every so many steps and at the end; each goes on", async () => {
    const whole = parts();
    const saved = new Map<number, Uint8Array>();
    const save = (bytes: Uint8Array, step: number) => saved.set(step, bytes);
    await reports(train({ ...whole, checkpoint: { every: 15, save } }));
    expect([...saved.keys()]).toEqual([15, 30, 40]);
    for (const from of saved.values()) {
      const again = parts({ seed: 9 });
      await reports(train({ ...again, from }));
      expect(bits(again)).toEqual(bits(whole));
    }
  });

  it("is saved before the next step is made", async () => {
    const options = parts();
    const told: string[] = [];
    const save = async (_: Uint8Array, step: number) => {
      await new Promise((done) => setTimeout(done, 2));
      told.push(`saved ${step}`);
    };
    for await (const { step } of train({ ...options, steps: 2, checkpoint: { every: 1, save } }))
      told.push(`made ${step}`);
    expect(told).toEqual(["saved 1", "made 1", "saved 2", "made 2"]);
    const full = () => Promise.reject(new Error("the storage is full"));
    await expect(
      reports(train({ ...parts(), checkpoint: { every: 1, save: full } })),
    ).rejects.toThrow("the storage is full");
  });

  it("keeps SGD's learning rate, trained inputs and generators of one's own", async () => {
    const make = (seed: number) => {
      const random = new Random(seed);
      const input = randn([4], random).requireGrad();
      const model = { parameters: () => [] };
      const optimizer = new SGD([input], { lr: 0.1 * seed });
      const loss = () => input.sub(random.uniform()).pow(2).sum();
      return { model, optimizer, loss, random, steps: 9, input };
    };
    const [whole, half, rest] = [make(1), make(1), make(2)];
    await reports(train(whole));
    const training = train(half);
    await reports(training, 4);
    await reports(train({ ...rest, from: training.checkpoint() }));
    expect(rest.input.toList()).toEqual(whole.input.toList());
    expect(rest.optimizer.lr).toBe(0.1);
  });

  it("goes on from a stop by signal, which came while other work had its turn", async () => {
    const whole = parts();
    await reports(train({ ...whole, steps: 4000 }));
    const stop = new AbortController();
    const stopped = train({ ...parts(), steps: 4000, signal: stop.signal });
    let made = 0;
    for await (const { step } of stopped) {
      if (step === 3) setTimeout(() => stop.abort());
      made = step;
    }
    expect(stopped.step).toBe(made);
    expect(made).toBeGreaterThanOrEqual(3);
    expect(made).toBeLessThan(4000);
    const again = parts({ seed: 7 });
    await reports(train({ ...again, steps: 4000, from: stopped.checkpoint() }));
    expect(bits(again)).toEqual(bits(whole));
  });

  it("stops within the step that runs when the signal comes, in an evaluation too", async () => {
    const stop = new AbortController();
    const training = train({ ...parts(), signal: stop.signal });
    const steps: number[] = [];
    for await (const { step } of training) {
      steps.push(step);
      if (step === 5) stop.abort();
    }
    expect(steps).toEqual([1, 2, 3, 4, 5]);
    const second = new AbortController();
    let read = 0;
    const many = new Proxy(Array.from({ length: 20_000 }, () => heldOut).flat(), {
      get: (list, key) => {
        if (key === "0") setTimeout(() => second.abort());
        if (typeof key === "string" && key !== "length") read++;
        return Reflect.get(list, key);
      },
    });
    const evaluated = await reports(
      train({ ...parts(), evaluate: { every: 1, batches: many }, signal: second.signal }),
    );
    expect(evaluated.map((report) => report.heldOut)).toEqual([undefined]);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(many.length);
  });
});

describe("ten thousand steps", () => {
  it("take no more memory than a thousand", async () => {
    const { model, data } = parts();
    const optimizer = new AdamW(model.parameters(), { lr: 1e-3 });
    const training = train({ model, data, optimizer, steps: 11_000 });
    const used = async () => {
      await collectGarbage();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external + memoryUse().bytes;
    };
    let [early, late] = [0, 0];
    for await (const { step } of training) {
      if (step === 1000) early = await used();
      if (step === 11_000) late = await used();
    }
    // A dozen numbers left behind at each step would be more.
    expect(late - early).toBeLessThan(1e6);
  }, 60_000);
});
