import { describe, expect, it } from "vitest";
import { batches, CharacterTokenizer, GPT, Random, rhyme, windows } from "../index.ts";
import { cosine } from "./schedules.ts";
import { train } from "./train.ts";

const tokenizer = new CharacterTokenizer(rhyme);
const tokens = tokenizer.encode(rhyme);
const heldOut = windows(tokens, { batch: 5, context: 12 });
const sizes = { vocabulary: tokenizer.size, context: 12, layers: 2, heads: 2, channels: 16 };

function parts(seed: number) {
  const random = new Random(seed);
  const model = new GPT({ ...sizes, dropout: 0.2, random });
  const data = batches(tokens, { batch: 4, context: 12, random });
  const schedule = cosine({ from: 0.01, to: 0.001, steps: 60 });
  return { model, data, schedule, clip: 1, steps: 60, evaluate: { every: 20, batches: heldOut } };
}

const bits = ({ model }: { model: GPT }) => [...model.stateDict()].map(([, { data }]) => data);

describe("a GPT with dropout, trained on the rhyme", () => {
  it("learns it", async () => {
    const means: number[] = [];
    for await (const { heldOut } of train(parts(1))) if (heldOut) means.push(heldOut);
    expect(means).toHaveLength(3);
    expect(means[2]).toBeLessThan((means[0] ?? 0) - 0.1);
  });

  it.each([1, 20, 33, 59])("goes on after %i steps with the same bits", async (cut) => {
    const [whole, first, rest] = [parts(1), train(parts(1)), parts(2)];
    const losses: number[] = [];
    for await (const { loss } of train(whole)) losses.push(loss);
    const again: number[] = [];
    for await (const { loss, step } of first) {
      again.push(loss);
      if (step === cut) break;
    }
    for await (const { loss } of train({ ...rest, from: first.checkpoint() })) again.push(loss);
    expect(again).toEqual(losses);
    expect(bits(rest)).toEqual(bits(whole));
  });

  it("is found by its names in a checkpoint of another size", () => {
    const from = train(parts(1)).checkpoint();
    const wider = {
      ...parts(1),
      model: new GPT({ ...sizes, channels: 32, random: new Random(1) }),
    };
    expect(() => train({ ...wider, from })).toThrow(
      "restore: the checkpoint is of another model: model.tokens.weight is [28, 32] here, and [28, 16] there",
    );
  });
});
