import { describe, expect, it } from "vitest";
import { collectGarbage } from "./collect-garbage.ts";
import { AdamW, crossEntropy, memoryUse, Random, randn, scope, tensor, zeros } from "./index.ts";
import { resident } from "./kernels/memory.ts";

describe("a scope", () => {
  it("keeps what its function returns, alone or in lists and objects, without its past", () => {
    const a = tensor([1, 2]).requireGrad();
    const [sum, { twice }] = scope(() => {
      const twice = a.mul(2);
      return [twice.sum(), { twice }] as const;
    });
    expect(sum.item()).toBe(6);
    expect(twice.toList()).toEqual([2, 4]);
    expect(twice.origin).toBeUndefined();
    expect(twice.requiresGrad).toBe(false);
  });

  it("says so when another of its tensors is asked for its numbers", () => {
    let lost = zeros([1]);
    scope(() => {
      lost = tensor([1]).add(1);
    });
    expect(() => lost.item()).toThrow(
      /its numbers went when the scope ended.*return it to keep it/,
    );
  });

  it("gives the gradients of what lies outside, and stands in another", () => {
    const a = tensor([[1, 2]]).requireGrad();
    const inner = scope(() => {
      const before = a.mul(3);
      const kept = scope(() => before.mul(2));
      const after = a.mul(5);
      crossEntropy(before.add(after), [0]).backward();
      return [before, kept, after];
    });
    expect(inner.map((one) => one.toList())).toEqual([
      [3, 6],
      [6, 12],
      [5, 10],
    ]);
    expect(a.grad?.toList().every((slope) => slope !== 0)).toBe(true);
  });

  it("ends when its function throws, and refuses one that is async", () => {
    expect(() => scope(() => tensor([1]).reshape([7]))).toThrow(/reshape/);
    expect(() => scope(async () => 1)).toThrow(/must not be async/);
    expect(tensor([1]).add(1).storage.offset).toBe(-1);
  });

  it("holds the memory of ten thousand steps flat", async () => {
    const random = new Random(1);
    const weight = randn([8, 8], random).requireGrad();
    const optimizer = new AdamW([weight], { lr: 1e-3 });
    const step = () =>
      scope(() => {
        optimizer.zeroGrad();
        const loss = crossEntropy(randn([4, 8], random).matmul(weight).gelu(), [0, 1, 2, 3]);
        loss.backward();
        optimizer.step();
        return loss.item();
      });
    for (let i = 0; i < 100; i++) step();
    await collectGarbage();
    const { bytes, peak } = memoryUse();
    const heap = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 10_000; i++) step();
    expect(memoryUse()).toEqual({ bytes, peak });
    await collectGarbage();
    expect(process.memoryUsage().arrayBuffers - heap).toBeLessThan(8_000_000);
  });
});

it("what stays is not overwritten by what a scope computes", () => {
  const held = [100, 2000, 30].map((length, i) => {
    const storage = resident(length);
    storage.array.fill(i + 1);
    return storage;
  });
  scope(() => randn([300, 300], new Random(1)).matmul(randn([300, 300], new Random(2))));
  for (const [i, storage] of held.entries())
    expect(storage.array.every((x) => x === i + 1)).toBe(true);
});
