// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { layoutRow } from "./layout.ts";
import { meanAndDeviation, most, readSpread, spread, spreadToText } from "./spread.ts";
import { SpreadView } from "./View.tsx";

const two = () =>
  spread([
    { name: "before", values: [5, 8, 2, 6, 4], from: -10, to: 20 },
    { name: "after", values: [0, 1.5, -1.5, 0.5, -0.5] },
  ]);

afterEach(() => document.body.replaceChildren());

test("mean and standard deviation are of all values, divided by their number", () => {
  expect(meanAndDeviation(Float32Array.of(5, 8, 2, 6, 4))).toEqual({ mean: 5, deviation: 2 });
  expect(meanAndDeviation(Float32Array.of(3))).toEqual({ mean: 3, deviation: 0 });
  expect(meanAndDeviation(Float32Array.of(3, Number.NaN)).mean).toBeNaN();
});

test("as plain text: each row with M and S", () => {
  expect(spreadToText(two())).toBe(
    "before: 5  8  2  6  4  (M = 5, S = 2)\nafter: 0  1.50  −1.50  0.50  −0.50  (M = 0, S = 1)",
  );
});

test("an axis shows what it was told at least, and stretches for values beyond it", () => {
  const [before] = two().rows;
  if (!before) throw new Error("no row");
  const calm = layoutRow(before, 0);
  expect(calm.dots[2]).toBeCloseTo(5 + (90 * 12) / 30);
  expect(calm.mean).toBeCloseTo(5 + (90 * 15) / 30);
  const loud = layoutRow({ ...before, values: before.values.map((one) => one * 100) }, 0);
  for (const at of loud.dots) {
    expect(at).toBeGreaterThanOrEqual(5);
    expect(at).toBeLessThanOrEqual(95);
  }
});

test("equal numbers, and numbers that are none, can be drawn", () => {
  const odd = spread([
    { name: "equal", values: [3, 3] },
    { name: "none", values: [Number.NaN, Infinity] },
  ]);
  const html = renderToString(<SpreadView display={odd} lang="en" />);
  expect(html.match(/<circle/g)).toHaveLength(2);
  expect(html).not.toMatch(/="(NaN|undefined|Infinity)/);
  expect(html).toContain("S = 0");
});

test("says all its numbers in words, in both languages, and has no inline styles", () => {
  const html = renderToString(<SpreadView display={two()} lang="en" />);
  expect(html).toContain("before: 5 8 2 6 4. Mean 5, standard deviation 2.");
  expect(html).not.toContain("style=");
  expect(renderToString(<SpreadView display={two()} lang="zh" />)).toContain("均值 5，标准差 2");
});

test("a dot that is focused tells its numbers and marks itself in every row", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  await act(() => render(<SpreadView display={two()} lang="en" />, root));
  expect(root.querySelector(".d-spread-reading")?.textContent).toContain("Point at a dot");
  await act(() => root.querySelector<SVGGElement>('[data-dot="0.1"]')?.focus());
  expect(root.querySelector(".d-spread-reading")?.textContent).toBe("number 2: 8 → 1.50");
  expect(root.querySelectorAll(".dot.now")).toHaveLength(2);
  expect(root.querySelectorAll(".join.now")).toHaveLength(1);
});

test("rows of different lengths and drawings that are too large are refused", () => {
  const row = (count: number) => ({ name: `${count}`, values: Array(count).fill(1) });
  expect(() => spread([row(2), row(3)])).toThrow("“3” has 3 numbers and the first row 2");
  expect(() => spread([])).toThrow(`1 to ${most.rows} rows`);
  expect(() => spread([row(most.values + 1)])).toThrow(`1 to ${most.values} numbers`);
});

test("hostile data is refused or bounded, hostile names are only text", () => {
  const good = two();
  expect(readSpread(structuredClone(good))).toEqual(good);
  const bad: unknown[] = [
    undefined,
    { ...good, rows: "before" },
    { ...good, rows: Array(1000).fill(good.rows[0]) },
    { ...good, rows: [{ name: "a", values: new Float32Array(1e6), from: 0, to: 1 }] },
    { ...good, rows: [{ name: "a", values: [1], from: "0", to: 1 }] },
    { ...good, rows: [{ name: 1, values: [1], from: 0, to: 1 }] },
  ];
  for (const raw of bad) expect(() => readSpread(raw)).toThrow();
  const rows = [{ name: "<b>x</b>".repeat(99), values: [1], from: 0, to: 1 }];
  const html = renderToString(<SpreadView display={readSpread({ rows })} lang="en" />);
  expect(html).not.toContain("<b>x");
});

test("a mean that is 0 but for rounding is said to be 0", () => {
  const centered = [-1, -1 / 3, -1 / 3, 5 / 3];
  expect(spreadToText(spread([{ name: "centered", values: centered }]))).toContain("(M = 0, ");
});
