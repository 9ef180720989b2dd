import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { height, layout } from "./layout.ts";
import { most, readScatter, scatter, scatterToText } from "./scatter.ts";
import { ScatterView } from "./View.tsx";

const letters = () =>
  scatter(
    [
      { x: -1, y: 0, text: "a", group: "vowel" },
      { x: 2, y: 1, text: "b", group: "consonant" },
      { x: 0, y: 3.5, text: " ", group: "space" },
    ],
    { title: "letters", x: "first direction" },
  );

test("as plain text: each point with its place", () => {
  expect(scatterToText(letters())).toBe("letters\na (−1, 0)  b (2, 1)    (0, 3.50)");
  const many = scatter(Array.from({ length: 50 }, (_, x) => ({ x, y: x, group: "g" })));
  expect(scatterToText(many)).toMatch(/^g \(0, 0\) .* … 10 more$/);
});

test("higher is further up, further right has a larger x, and all have room", () => {
  const { points } = letters();
  const { place } = layout(points);
  const [a, b, space] = points.map(place);
  expect(a?.[0]).toBeLessThan(b?.[0] ?? 0);
  expect(space?.[1]).toBeLessThan(b?.[1] ?? 0);
  for (const [left, top] of points.map(place)) {
    expect(left).toBeGreaterThanOrEqual(3);
    expect(left).toBeLessThanOrEqual(97);
    expect(top).toBeGreaterThanOrEqual(12);
    expect(top).toBeLessThanOrEqual(height - 12);
  }
});

test("one point, none, and points that are not numbers can be drawn", () => {
  for (const list of [
    [],
    [{ x: 1, y: 1 }],
    [
      { x: Number.NaN, y: 1 },
      { x: 0, y: Infinity },
    ],
  ]) {
    const html = renderToString(<ScatterView display={scatter(list)} lang="en" />);
    expect(html.match(/%"|="[\d.]+"/g)).not.toBeNull();
    expect(html.split("<details")[0]).not.toContain("NaN");
  }
});

test("groups have shapes of their own, places stand in a table, no style is inline", () => {
  const html = renderToString(<ScatterView display={letters()} lang="en" />);
  expect(html).toContain("A map of 3 points: vowel, consonant, space");
  expect(html.match(/class="mark"/g)).toHaveLength(6);
  expect(html).toContain("<td>3.50</td>");
  expect(html).toContain("␣");
  expect(html).not.toContain("style=");
  expect(renderToString(<ScatterView display={letters()} lang="zh" />)).toContain("分布图");
});

test("too many groups are refused, too many points are cut and counted", () => {
  const groups = ["a", "b", "c", "d", "e"].map((group) => ({ x: 0, y: 0, group }));
  expect(() => scatter(groups)).toThrow(`at most ${most.groups} groups`);
  const many = scatter(Array.from({ length: 1000 }, (_, x) => ({ x, y: 1 })));
  expect(many.points).toHaveLength(most.points);
  expect(renderToString(<ScatterView display={many} lang="en" />)).toContain("400 of 1000");
});

test("hostile data is refused or bounded, hostile texts are only text", () => {
  const good = letters();
  expect(readScatter(structuredClone(good))).toEqual(good);
  const bad: unknown[] = [
    undefined,
    { ...good, groups: "vowel" },
    { ...good, points: [{ x: "1", y: 2, group: 0 }] },
    { ...good, points: [{ x: 1, y: 2, group: 7 }] },
    { ...good, points: [{ x: 1, y: 2, group: "__proto__" }] },
    { ...good, of: "many" },
  ];
  for (const raw of bad) expect(() => readScatter(raw)).toThrow();
  const flood = readScatter({ ...good, points: Array(1e5).fill({ x: 1, y: 1, group: 0 }) });
  expect(flood.points).toHaveLength(most.points);
  const named = readScatter({ ...good, points: [{ x: 1, y: 1, group: 0, text: "<b>x</b>" }] });
  expect(renderToString(<ScatterView display={named} lang="en" />)).not.toContain("<b>x");
});
