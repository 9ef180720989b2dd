import { describe, expect, it } from "vitest";
import { Random, randn, rotary, type Tensor } from "../index.ts";

describe("rotary positions", () => {
  const random = new Random(3);
  const [q, k] = [randn([1, 1, 8], random), randn([1, 1, 8], random)];
  const dot = (a: Tensor, b: Tensor) => a.mul(b).sum().item();

  it("make products of queries and keys depend on how far apart they stand, not on where", () => {
    const at = (p: number, distance: number) => dot(rotary(q, 2, p + distance), rotary(k, 2, p));
    for (const distance of [0, 1, 7]) {
      for (const p of [1, 20, 300]) expect(at(p, distance)).toBeCloseTo(at(0, distance), 3);
    }
    expect(Math.abs(at(0, 7) - at(0, 1))).toBeGreaterThan(0.01);
  });

  it("leave position 0 and all lengths as they are", () => {
    expect(rotary(q, 2, 0).toList()).toEqual(q.toList());
    expect(dot(rotary(q, 2, 9), rotary(q, 2, 9))).toBeCloseTo(dot(q, q), 4);
  });

  it("turn pairs of number j and number j + size/2 by position · 10000^(−2j/size)", () => {
    const [a, b] = [q.at(0, 0, 1), q.at(0, 0, 3)]; // head 0 of size 4: pairs 0 and 2, 1 and 3
    const angle = 3 / Math.sqrt(10_000);
    const turned = rotary(q, 2, 3);
    expect(turned.at(0, 0, 1)).toBeCloseTo(a * Math.cos(angle) - b * Math.sin(angle), 5);
    expect(turned.at(0, 0, 3)).toBeCloseTo(b * Math.cos(angle) + a * Math.sin(angle), 5);
  });

  it("need an even size", () => {
    expect(() => rotary(randn([1, 2, 6], random), 2)).toThrow(
      "rotary: needs [batch, time, heads·size] with an even size, got [1, 2, 6] and 2 heads",
    );
  });
});
