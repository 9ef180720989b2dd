import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as math from "./math.ts";

/** How far apart two numbers are, counted in steps of the second's last place. */
function ulps(found: number, right: number): number {
  if (Object.is(found, right) || found === right) return 0;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(right));
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return Math.abs(found - right) / (bits.getFloat64(0) - Math.abs(right));
}

const sigmoid = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

describe("functions by plain arithmetic", () => {
  it.each([
    ["exp", math.exp, Math.exp, -700, 709.78, 2],
    ["exp near 0", math.exp, Math.exp, -1, 1, 2],
    ["log", math.log, Math.log, 5e-324, 1.7e308, 4],
    ["log near 1", math.log, Math.log, 0.5, 2, 4],
    ["tanh", math.tanh, Math.tanh, -20, 20, 10],
    ["tanh near 0", math.tanh, Math.tanh, -0.1, 0.1, 10],
    ["sigmoid", math.sigmoid, sigmoid, -30, 700, 4],
    ["sin", math.sin, Math.sin, -3, 3, 3],
    ["cos", math.cos, Math.cos, -3, 3, 3],
  ] as const)(
    "%s is within a few last places of the engine's",
    (_, ours, theirs, min, max, far) => {
      fc.assert(
        fc.property(fc.double({ min, max, noNaN: true }), (x) => {
          expect(ulps(ours(x), theirs(x)), String(x)).toBeLessThanOrEqual(far);
        }),
        { numRuns: 5000 },
      );
    },
  );

  it.each([
    ["sin", math.sin, Math.sin],
    ["cos", math.cos, Math.cos],
  ] as const)("%s keeps 15 digits after the point up to a million", (_, ours, theirs) => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (x) => {
        expect(Math.abs(ours(x) - theirs(x))).toBeLessThan(1e-15);
      }),
      { numRuns: 5000 },
    );
  });

  it("pow is within a few last places, whole exponents or not", () => {
    const exponents = fc.oneof(
      fc.integer({ min: -8, max: 8 }),
      fc.double({ min: -3, max: 3, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), exponents, (x, y) => {
        expect(ulps(math.pow(x, y), x ** y), `${x} ${y}`).toBeLessThanOrEqual(20);
      }),
      { numRuns: 5000 },
    );
    expect(math.pow(-2, 3)).toBe(-8);
    expect(math.pow(-2, 0.5)).toBeNaN();
  });

  it("knows the ends of the line", () => {
    const { exp, log, tanh, sigmoid } = math;
    const [up, down] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    expect([up, down, 0, 710, Number.NaN].map(exp)).toEqual([up, 0, 1, up, Number.NaN]);
    expect([up, 0, 1, -1, Number.NaN].map(log)).toEqual([up, down, 0, Number.NaN, Number.NaN]);
    expect([up, down, 0, -0].map(tanh)).toEqual([1, -1, 0, -0]);
    expect([up, down, 0].map(sigmoid)).toEqual([1, 0, 0.5]);
    expect([up, down, Number.NaN].map(math.sin)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it("gives these very bits", () => {
    const digest = new Float64Array(4000);
    for (let i = 0; i < 1000; i++) {
      const x = (i - 500) / 37;
      digest.set([math.exp(x), math.log(i + 0.1), math.tanh(x), math.cos(x)], 4 * i);
    }
    let hash = 0;
    for (const word of new Uint32Array(digest.buffer)) hash = (Math.imul(hash, 31) + word) >>> 0;
    expect(hash).toBe(3113319116);
  });
});

it("the engine's own exp, log and their kin stay out of the package: they differ from engine to engine", () => {
  const exact = "sqrt abs max min floor ceil round imul fround PI LN2 LOG2E SQRT2".split(" ");
  const files = globSync("**/*.ts", { cwd: import.meta.dirname, exclude: ["**/*.test.ts"] });
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const code = readFileSync(`${import.meta.dirname}/${file}`, "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/\/\/.*/g, "");
    const used = [...code.matchAll(/Math\.(\w+)/g)].map(([, name]) => name ?? "");
    expect(
      used.filter((name) => !exact.includes(name)),
      file,
    ).toEqual([]);
    expect(code, file).not.toContain("**");
  }
});
