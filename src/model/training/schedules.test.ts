import { describe, expect, it } from "vitest";
import { constant, cosine, linear, type Schedule, warmup } from "./schedules.ts";

const rates = (schedule: Schedule, steps: number) =>
  Array.from({ length: steps }, (_, step) => schedule(step));

describe("schedules", () => {
  it("stay, go straight, or along a cosine, and then keep the last rate", () => {
    expect(rates(constant(0.1), 3)).toEqual([0.1, 0.1, 0.1]);
    expect(rates(linear({ from: 4, to: 0, steps: 4 }), 6)).toEqual([4, 3, 2, 1, 0, 0]);
    const wave = rates(cosine({ from: 4, to: 0, steps: 4 }), 6);
    const right = [4, 2 + Math.SQRT2, 2, 2 - Math.SQRT2, 0, 0];
    for (const [i, rate] of right.entries()) expect(wave[i]).toBeCloseTo(rate, 14);
  });

  it("rise first, where asked to", () => {
    const schedule = warmup(3, linear({ from: 4, to: 0, steps: 4 }));
    expect(rates(schedule, 9)).toEqual([1, 2, 3, 4, 3, 2, 1, 0, 0]);
    expect(rates(warmup(0, constant(1)), 2)).toEqual([1, 1]);
  });

  it("are nanoGPT's where the numbers are", () => {
    const schedule = warmup(100, cosine({ from: 1e-3, to: 1e-4, steps: 1900 }));
    // get_lr of nanoGPT's train.py, with learning_rate 1e-3, min_lr 1e-4, warmup_iters 100, lr_decay_iters 2000
    const right = (it: number) => {
      if (it < 100) return (1e-3 * (it + 1)) / 101;
      if (it > 2000) return 1e-4;
      return 1e-4 + 0.5 * (1 + Math.cos((Math.PI * (it - 100)) / 1900)) * (1e-3 - 1e-4);
    };
    for (const it of [0, 1, 50, 99, 100, 101, 777, 1500, 1999, 2000, 2500])
      expect(schedule(it)).toBeCloseTo(right(it), 14);
  });
});
