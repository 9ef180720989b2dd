import { describe, expect, it } from "vitest";
import { Dropout, ones, Random } from "../index.ts";

const x = ones([200, 50]);
const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

describe("dropout", () => {
  it("drops a share of p, and scales so that the expectation is the same in training as after it", () => {
    for (const scale of ["train", "inference"] as const) {
      const layer = new Dropout(0.4, { scale, random: new Random(2) });
      const trained = layer.forward(x).toList();
      expect(trained.filter((one) => one === 0).length / trained.length).toBeCloseTo(0.4, 1);
      const kept = scale === "train" ? Math.fround(1 / 0.6) : 1;
      for (const one of trained) if (one !== 0) expect(one).toBeCloseTo(kept, 5);
      const after = layer.eval().forward(x).toList();
      expect(mean(after)).toBeCloseTo(scale === "train" ? 1 : 0.6, 5);
      expect(mean(trained)).toBeCloseTo(mean(after), 1);
    }
  });

  it("drops the same for the same seed, and anew each time", () => {
    const drop = (layer: Dropout) => layer.forward(x).toList();
    const [one, two] = [1, 1].map((seed) => new Dropout(0.5, { random: new Random(seed) }));
    if (!one || !two) throw new Error("two layers");
    const first = drop(one);
    expect(drop(two)).toEqual(first);
    expect(drop(one)).not.toEqual(first);
  });

  it("does nothing at p 0, and refuses what is no probability below 1", () => {
    const random = new Random(1);
    expect(new Dropout(0, { random }).forward(x)).toBe(x);
    for (const p of [1, -0.1, Number.NaN])
      expect(() => new Dropout(p, { random })).toThrow(
        `Dropout: p must be from 0 to below 1, got ${p}`,
      );
  });
});
