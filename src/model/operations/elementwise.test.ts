import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random, randn, tensor } from "../index.ts";

describe("arithmetic, number by number", () => {
  it("stretches sizes of 1 and missing dimensions", () => {
    const random = new Random(1);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.boolean()), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.nat({ max: 3 }),
        (dims, missing) => {
          const a = randn(
            dims.map(([size, one]) => (one ? 1 : size)),
            random,
          );
          const shape = dims.map(([size, , one]) => (one ? 1 : size)).slice(missing);
          const b = randn(shape, random);
          const sum = a.add(b);
          const whole = a.sub(b).shape;
          expect(sum.shape).toEqual(whole);
          for (let pick = 0; pick < 5; pick++) {
            const index = whole.map((size) => random.integer(size));
            const within = (to: readonly number[]) =>
              to.map((size, d) => (size === 1 ? 0 : (index[index.length - to.length + d] ?? 0)));
            const [x, y] = [a.at(...within(a.shape)), b.at(...within(b.shape))];
            expect(sum.at(...index)).toBe(Math.fround(x + y));
            expect(a.mul(b).at(...index)).toBe(Math.fround(x * y));
            expect(a.div(b).at(...index)).toBe(Math.fround(x / y));
          }
        },
      ),
    );
  });

  it("takes plain numbers", () => {
    const a = tensor([1, 4]);
    expect(a.add(1).toList()).toEqual([2, 5]);
    expect(a.sub(1).toList()).toEqual([0, 3]);
    expect(a.mul(2).toList()).toEqual([2, 8]);
    expect(a.div(2).toList()).toEqual([0.5, 2]);
    expect(a.neg().toList()).toEqual([-1, -4]);
    expect(a.sqrt().toList()).toEqual([1, 2]);
    expect(a.pow(2).toList()).toEqual([1, 16]);
    expect(a.pow(-1).toList()).toEqual([1, 0.25]);
    expect(tensor([-1, 0, 2]).relu().toList()).toEqual([0, 0, 2]);
  });

  it("has no slope where the power is 0", () => {
    const a = tensor([0, 2]).requireGrad();
    a.pow(0).sum().backward();
    expect(a.grad?.toList()).toEqual([0, 0]);
  });
});
