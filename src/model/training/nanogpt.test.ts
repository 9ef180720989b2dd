import { expect, it } from "vitest";
import pytorch from "../fixtures/nanogpt.json" with { type: "json" };
import { nanoGPT } from "./nanogpt.ts";

it("comes to PyTorch's loss on unseen text by nanoGPT's recipe, within 0.02, at every evaluation", () => {
  // Both from a run of bench/loss/run.mjs, which takes ten minutes; the test below holds the first of its steps to what is computed now.
  const steps = Object.keys(pytorch.heldOut) as (keyof typeof pytorch.heldOut)[];
  expect(steps.at(-1)).toBe("2000");
  for (const step of steps)
    expect(Math.abs(pytorch.humpty[step] - pytorch.heldOut[step])).toBeLessThan(0.02);
});

it("takes the recipe's first steps with PyTorch's losses", { timeout: 120_000 }, async () => {
  const { training } = await nanoGPT({ stop: 60 });
  const losses: Record<string, number> = {};
  for await (const { step, loss, heldOut } of training) {
    if (step % 10 === 0) losses[step] = loss;
    if (heldOut !== undefined) expect(heldOut).toBeLessThan(2.7);
  }
  expect(Object.keys(losses)).toHaveLength(6);
  for (const [step, loss] of Object.entries(losses))
    expect(Math.abs(loss - pytorch.losses[step as keyof typeof pytorch.losses])).toBeLessThan(1e-3);
});
