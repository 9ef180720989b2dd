import { beforeEach, describe, expect, it, vi } from "vitest";
import { batches } from "../data/batches.ts";
import { GPT, type GPTConfig } from "../gpt.ts";
import { Linear } from "../layers/linear.ts";
import { AdamW } from "../optimizers.ts";
import { Random } from "../random.ts";
import type { Report, TrainOptions } from "./options.ts";
import * as starting from "./start-thread.ts";
import { train } from "./train.ts";

const tokens = Array.from({ length: 300 }, (_, i) => (i * i) % 11);

function parts(config: Partial<GPTConfig> = {}, batch = 5) {
  const sizes = { vocabulary: 11, context: 8, layers: 2, heads: 2, channels: 16, dropout: 0.2 };
  const model = new GPT({ ...sizes, ...config, random: new Random(3) });
  return {
    model,
    data: batches(tokens, { batch, context: 8, random: new Random(4) }),
    optimizer: new AdamW(model.parameters(), { lr: 1e-2 }),
    clip: 1,
  };
}

async function run(options: TrainOptions) {
  const reports: Report[] = [];
  for await (const report of train(options)) reports.push(report);
  const { parameters } = options.model as GPT;
  const bits = parameters.call(options.model).map(({ data }) => [...data]);
  return { reports, losses: reports.map(({ loss }) => loss), bits };
}

const threadsOf = ({ reports }: { reports: Report[] }) => reports.map(({ threads }) => threads);

describe("two threads", () => {
  beforeEach(() => {
    vi.restoreAllMocks();
  });

  it("give the same bits as one that computes both halves, dropout included", async () => {
    const two = await run({ ...parts(), steps: 8, threads: 2 });
    expect(threadsOf(two)).toContain(2);
    vi.spyOn(starting, "startThread").mockReturnValue(undefined);
    const one = await run({ ...parts(), steps: 8, threads: 2 });
    expect(threadsOf(one)).toEqual(Array(8).fill(1));
    expect(one.losses).toEqual(two.losses);
    expect(one.bits).toEqual(two.bits);
  });

  it("learn what one thread learns", async () => {
    const still = { dropout: 0, trainEmbeddings: false };
    const two = await run({ ...parts(still), steps: 8, threads: 2 });
    const one = await run({ ...parts(still), steps: 8 });
    expect(threadsOf(two)).toContain(2);
    for (const [i, loss] of two.losses.entries()) expect(loss).toBeCloseTo(one.losses[i] ?? 0, 4);
    expect(two.losses.at(-1)).toBeLessThan((two.losses[0] ?? 0) - 0.05);
  });

  it("go on from a checkpoint with the same bits", async () => {
    const whole = await run({ ...parts(), steps: 6, threads: 2 });
    const half = parts();
    const training = train({ ...half, steps: 3, threads: 2 });
    for await (const _ of training);
    const rest = await run({ ...parts(), steps: 6, threads: 2, from: training.checkpoint() });
    expect(rest.bits).toEqual(whole.bits);
  });

  it("become one when the other dies, with the same bits", async () => {
    const two = await run({ ...parts(), steps: 4, threads: 2 });
    const end = vi.fn();
    const ask = async () => undefined;
    vi.spyOn(starting, "startThread").mockReturnValue({ ask, end });
    const one = await run({ ...parts(), steps: 4, threads: 2 });
    expect(threadsOf(one)).toEqual([1, 1, 1, 1]);
    expect(end).toHaveBeenCalledOnce();
    expect(one.bits).toEqual(two.bits);
  });

  it("end the other when the loop is left", async () => {
    const end = vi.fn();
    vi.spyOn(starting, "startThread").mockReturnValue({ ask: async () => undefined, end });
    for await (const { step } of train({ ...parts(), steps: 100, threads: 2 })) if (step > 0) break;
    expect(end).toHaveBeenCalled();
  });

  it("are refused where they cannot be", async () => {
    const loss = () => parts().model.loss([[1]], [[2]]);
    const model = Object.assign(new Linear(2, 2, { random: new Random(1) }), { loss });
    const { data } = parts();
    expect(() => train({ model, data, steps: 1, threads: 2 })).toThrow(
      "only a GPT can be trained by two threads",
    );
    await expect(run({ ...parts({}, 1), steps: 1, threads: 2 })).rejects.toThrow(
      "it needs at least two rows, got 1",
    );
  });
});
