import { describe, expect, it } from "vitest";
import { causalMask, tensor, zeros } from "../index.ts";

describe("masks", () => {
  it("hides later words by the causal mask", () => {
    expect(causalMask(3).toRows()).toEqual([
      [0, 1, 1],
      [0, 0, 1],
      [0, 0, 0],
    ]);
  });

  it("fills what the stretched mask hides, and lets no gradient through there", () => {
    const a = tensor([
      [1, 2],
      [3, 4],
    ]).requireGrad();
    const filled = a.maskedFill(tensor([0, 1]), -9);
    expect(filled.toRows()).toEqual([
      [1, -9],
      [3, -9],
    ]);
    filled.sum().backward();
    expect(a.grad?.toRows()).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(() => zeros([2]).maskedFill(zeros([3, 2]), 1)).toThrow(
      "maskedFill: the mask [3, 2] is larger than [2]",
    );
  });
});
