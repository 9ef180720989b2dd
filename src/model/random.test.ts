import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "./random.ts";

describe("Random", () => {
  it("gives the same numbers again from the same seed, and others from another", () => {
    const draw = (seed: number) => {
      const random = new Random(seed);
      return [random.uniform(), random.normal(), random.integer(10), ...random.shuffle([1, 2, 3])];
    };
    expect(draw(4)).toEqual(draw(4));
    expect(draw(4)).not.toEqual(draw(5));
    expect(new Random(1).uniform()).toBe(0.6270739405881613);
    expect(new Random(1).normal()).toBe(1.4043387784152637);
  });

  it("spreads uniform and normal numbers as it should", () => {
    const random = new Random(5);
    const moments = (list: number[]) => {
      const mean = list.reduce((sum, x) => sum + x, 0) / list.length;
      return [mean, list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / list.length];
    };
    const [mean = 0, variance = 0] = moments(Array.from({ length: 20_000 }, () => random.normal()));
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
    const uniform = Array.from({ length: 20_000 }, () => random.uniform());
    const [middle = 0, width = 0] = moments(uniform);
    expect(Math.abs(middle - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(width - 1 / 12)).toBeLessThan(0.005);
    expect(uniform.every((x) => x >= 0 && x < 1)).toBe(true);
  });

  it("draws every whole number and every order about equally often", () => {
    const random = new Random(6);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = random.shuffle(["a", "b", "c"]).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
      const n = String(random.integer(6));
      counts.set(n, (counts.get(n) ?? 0) + 1);
    }
    expect(counts.size).toBe(12);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it("shuffles a copy that has the same items, and picks one of them", () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer(), { minLength: 1 }), (seed, list) => {
        const before = [...list];
        const random = new Random(seed);
        const mixed = random.shuffle(list);
        expect(list).toEqual(before);
        expect(mixed.sort()).toEqual(before.sort());
        expect(list).toContain(random.pick(list));
      }),
    );
  });

  it("goes on from where it stood, whatever was drawn between", () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(50), (seed, draws) => {
        const random = new Random(seed);
        for (let i = 0; i < draws; i++) random.uniform();
        const { state } = random;
        const next = [random.normal(), random.uniform()];
        random.state = state;
        expect([random.normal(), random.uniform()]).toEqual(next);
        const other = new Random(0);
        other.state = state;
        expect([other.normal(), other.uniform()]).toEqual(next);
      }),
    );
  });

  it("says what it needs", () => {
    for (const state of [-1, 0.5, 4294967296, Number.NaN])
      expect(() => {
        new Random(1).state = state;
      }).toThrow(`Random: a state is a whole number from 0 to 4294967295, got ${state}`);
    expect(() => new Random(Number.NaN)).toThrow("Random: the seed must be a number, got NaN");
    expect(() => new Random(1).integer(0)).toThrow("Random.integer: needs n of at least 1, got 0");
  });
});
