import fc from "fast-check";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { arrows, arrowsToText, most, readArrows } from "./arrows.ts";
import { layout } from "./layout.ts";
import { ArrowsView } from "./View.tsx";

const triangle = () =>
  arrows(
    [
      { name: "a", x: 3, y: 0 },
      { name: "b", x: 3, y: 4, from: [3, 0] },
      { name: "c", x: 3, y: 4 },
      { x: 0, y: 4, from: [3, 4], dashed: true },
    ],
    { title: "3, 4, 5" },
  );

test("as plain text: each named arrow with its ends", () => {
  expect(arrowsToText(triangle())).toBe(
    "3, 4, 5\na: (0, 0) → (3, 0)\nb: (3, 0) → (3, 4)\nc: (0, 0) → (3, 4)",
  );
});

test("both axes have the same measure, up is up, and all fits a phone", () => {
  const end = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(end, end, (right, up) => {
      const { place, width, height, ticks } = layout({ x: [-right, right], y: [-up, up] });
      const [x0, y0] = place([0, 0]);
      const [x1, y1] = place([right / 2, right / 2]);
      expect(x1 - x0).toBeCloseTo(y0 - y1, 6);
      expect(x1).toBeGreaterThan(x0);
      expect(width).toBeLessThanOrEqual(352.001);
      expect(height).toBeLessThanOrEqual(332.001);
      const lines = Math.max(ticks.x.length, ticks.y.length);
      expect(lines).toBeGreaterThanOrEqual(3);
      expect(lines).toBeLessThanOrEqual(9);
    }),
  );
});

test("the plane shows all arrows, and a range that is asked for", () => {
  expect(triangle()).toMatchObject({ x: [0, 3], y: [0, 4] });
  expect(arrows([{ x: 0, y: 0 }])).toMatchObject({ x: [-1, 1], y: [-1, 1] });
  expect(arrows([{ x: 1, y: 1 }], { x: [-2, 2], y: [0, 9] })).toMatchObject({
    x: [-2, 2],
    y: [0, 9],
  });
});

test("arrows have a point and a color of their own, helping lines have none; no style is inline", () => {
  const html = renderToString(<ArrowsView display={triangle()} lang="en" />);
  expect(html.match(/class="head"/g)).toHaveLength(3);
  expect(html.match(/class="helping"/g)).toHaveLength(1);
  for (const series of [1, 2, 3]) expect(html).toContain(`series-${series}`);
  expect(html).toContain("Arrows on a plane: a from (0, 0) to (3, 0), b from");
  expect(html).not.toContain("style=");
  expect(renderToString(<ArrowsView display={triangle()} lang="zh" />)).toContain("a 从 (0, 0)");
});

test("an arrow without length is no trouble", () => {
  const html = renderToString(
    <ArrowsView display={arrows([{ name: "b", x: 0, y: 0 }])} lang="en" />,
  );
  expect(html).not.toContain("NaN");
});

test("what cannot be drawn is refused", () => {
  expect(() => arrows([])).toThrow(`1 to ${most.arrows} arrows`);
  expect(() => arrows(Array(99).fill({ x: 1, y: 1 }))).toThrow(`1 to ${most.arrows} arrows`);
  expect(() => arrows([{ name: "a", x: Number.NaN, y: 1 }], { x: [0, 1], y: [0, 1] })).toThrow(
    "“a” goes from (0, 0) to (NaN, 1)",
  );
  expect(() => arrows([{ x: 1, y: 1 }], { x: [1, 1] })).toThrow("cannot reach from 1 to 1");
});

test("hostile data is refused or bounded, hostile names are only text", () => {
  const good = triangle();
  expect(readArrows(structuredClone(good))).toEqual(good);
  const bad: unknown[] = [
    undefined,
    { ...good, arrows: "a" },
    { ...good, arrows: Array(1000).fill(good.arrows[0]) },
    { ...good, arrows: [{ name: "a", from: [0, 0], to: [1] }] },
    { ...good, arrows: [{ name: "a", from: [0, 0], to: [1, Infinity] }] },
    { ...good, arrows: [{ name: 7, from: [0, 0], to: [1, 1] }] },
    { ...good, x: [0, Infinity] },
    { ...good, y: [2, 1] },
    { ...good, x: undefined },
  ];
  for (const raw of bad) expect(() => readArrows(raw)).toThrow();
  const named = readArrows({ ...good, arrows: [{ ...good.arrows[0], name: "<b>x</b>" }] });
  expect(renderToString(<ArrowsView display={named} lang="en" />)).not.toContain("<b>x");
});
