import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  AdamW,
  clipGradNorm,
  GPT,
  type GPTConfig,
  Random,
  scope,
  type Tensor,
  useBackend,
} from "./index.ts";

interface Case {
  config: GPTConfig;
  inputs: number[][];
  targets: number[][];
  weights: Record<string, string>;
  logits: string;
  gradients: Record<string, string>;
  losses: number[];
  norms: number[];
  after: Record<string, string>;
}

const { cases } = JSON.parse(
  readFileSync(new URL("./fixtures/gpt.json", import.meta.url), "utf8"),
) as { cases: Case[] };

const unpacked = (text: string | undefined): Float32Array =>
  new Float32Array(Uint8Array.from(atob(text ?? ""), (letter) => letter.charCodeAt(0)).buffer);

/** Within 1e-4 of the largest number of the tensor. */
function expectClose(found: ArrayLike<number>, wanted: Float32Array, what: string): void {
  expect(found.length, what).toBe(wanted.length);
  const size = wanted.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-3);
  for (const [i, x] of wanted.entries())
    expect(Math.abs((found[i] ?? 0) - x) / size, `${what}, number ${i}`).toBeLessThan(1e-4);
}

function load({ config, weights }: Case): { model: GPT; named: Map<string, Tensor> } {
  const model = new GPT({ ...config, random: new Random(1) });
  const named = model.namedParameters();
  expect([...named.keys()].sort()).toEqual(Object.keys(weights).sort());
  for (const [name, parameter] of named) parameter.data.set(unpacked(weights[name]));
  return { model, named };
}

describe.each(["exact", "fast", "reference"] as const)("GPT agrees with PyTorch, %s", (backend) => {
  it.each(cases)("$config.layers layers, $config.channels channels", (one) => {
    useBackend(backend);
    const { inputs, targets } = one;
    const { model, named } = load(one);
    expectClose(model.forward(inputs).data, unpacked(one.logits), "logits");
    scope(() => model.loss(inputs, targets).backward());
    for (const [name, { grad }] of named)
      expectClose(grad?.data ?? [], unpacked(one.gradients[name]), `gradient of ${name}`);
    const optimizer = new AdamW(model.parameters(), {
      ...{ lr: 1e-2, betas: [0.9, 0.95] as const, weightDecay: 0.1 },
      decays: ({ shape }) => shape.length > 1,
    });
    for (const [i, loss] of one.losses.entries()) {
      const found = scope(() => {
        const loss = model.loss(inputs, targets);
        optimizer.zeroGrad();
        loss.backward();
        const norm = clipGradNorm(model.parameters(), 1);
        optimizer.step();
        return { loss: loss.item(), norm };
      });
      expect(Math.abs(found.loss / loss - 1), `loss of step ${i}`).toBeLessThan(1e-4);
      expect(Math.abs(found.norm / (one.norms[i] ?? 0) - 1), `norm ${i}`).toBeLessThan(1e-3);
    }
    for (const [name, { data }] of named) {
      const [found, wanted] = [data.slice(), unpacked(one.after[name])];
      // A bias of the keys adds the same to all scores of a word, so softmax does not see it: its gradient is rounding alone, and AdamW makes
      // steps of full size out of that.
      const { channels } = one.config;
      if (name.endsWith("qkv.bias"))
        for (const list of [found, wanted]) list.fill(0, channels, 2 * channels);
      expectClose(found, wanted, `${name} after 20 steps`);
    }
    useBackend("exact");
  });
});
