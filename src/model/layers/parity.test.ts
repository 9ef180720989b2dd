import { describe, expect, it } from "vitest";
import fixture from "../fixtures/attention.json" with { type: "json" };
import {
  CrossAttention,
  type Nested,
  Random,
  SelfAttention,
  type Tensor,
  tensor,
} from "../index.ts";

interface Case {
  options: { inputs: number; keys: number; outputs: number; causal: boolean; scale: boolean };
  tensors: Record<string, Nested>;
  gradients: Record<string, Nested>;
}

/** As near as float32 allows: 1e-5 of the larger of the right number and 1. */
function expectNear(found: Tensor | undefined, right: Nested): void {
  const other = tensor(right);
  expect(found?.shape).toEqual(other.shape);
  for (const [i, x] of other.data.entries())
    expect(Math.abs((found?.data[i] ?? Number.NaN) - x)).toBeLessThan(
      1e-5 * Math.max(1, Math.abs(x)),
    );
}

describe("attention agrees with PyTorch's, forward and backward", () => {
  const cases: Record<string, Case> = fixture.cases;
  it.each(Object.entries(cases))("%s", (_, { options, tensors, gradients }) => {
    const given = (name: string) => tensor(tensors[name] ?? []).requireGrad();
    const [x, context, mix] = [given("x"), given("context"), given("mix").detach()];
    const mask = tensors.mask === undefined ? undefined : tensor(tensors.mask);
    const across = "context" in tensors;
    const attention = new (across ? CrossAttention : SelfAttention)({
      ...options,
      random: new Random(1),
    });
    const { wq, wk, wv } = attention;
    for (const [name, weight] of Object.entries({ wq, wk, wv })) weight.data.set(given(name).data);

    const attended =
      attention instanceof SelfAttention
        ? attention.attend(x, mask)
        : attention.attend(x, context, mask);
    const loss = attended.output.mul(mix).sum();
    loss.backward();

    for (const [name, one] of Object.entries({ ...attended, loss }))
      if (tensors[name] !== undefined) expectNear(one, tensors[name]);
    const leaves = { x, wq, wk, wv, ...(across ? { context } : {}) };
    expect(Object.keys(gradients).sort()).toEqual(Object.keys(leaves).sort());
    for (const [name, one] of Object.entries(leaves)) expectNear(one.grad, gradients[name] ?? []);
  });
});
