// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { boxes, boxesToText, most, readBoxes } from "./boxes.ts";
import { BoxesView } from "./View.tsx";

const two = (around = true) =>
  boxes(
    [2, 1],
    [
      { name: "block 1", out: [1, 1.5], around },
      { name: "block 2", out: [-0.5, 0], around },
    ],
  );

afterEach(() => document.body.replaceChildren());

test("as plain text: what each box adds, or gives", () => {
  expect(boxesToText(two())).toBe(
    ["x: 2  1", "+ block 1: 1  1.50 = 3  2.50", "+ block 2: −0.50  0 = 2.50  2.50"].join("\n"),
  );
  expect(boxesToText(two(false))).toBe("x: 2  1\nblock 1: 1  1.50\nblock 2: −0.50  0");
});

test("has a line around each box that has a way around, and no inline styles", () => {
  const html = renderToString(<BoxesView display={two()} lang="en" />);
  expect(html.match(/class="around"/g)).toHaveLength(2);
  expect(html).toContain("both are added");
  expect(html).not.toContain("style=");
  const without = renderToString(<BoxesView display={two(false)} lang="zh" />);
  expect(without).not.toContain('class="around"');
  expect(without).toContain("没有绕行的路");
});

test("a number that is focused tells its sum and marks its terms", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  await act(() => render(<BoxesView display={two()} lang="en" />, root));
  expect(root.querySelector(".d-boxes-reading")?.textContent).toContain("Point at a number");
  await act(() => root.querySelector<SVGGElement>('[data-chip="1.1"]')?.focus());
  expect(root.querySelector(".d-boxes-reading")?.textContent).toBe("1 + 1.50 = 2.50");
  const from = [...root.querySelectorAll(".from")].map((one) => one.getAttribute("data-chip"));
  expect(from).toEqual(["0.1", "0.out.1"]);
});

test("sums that cannot be and drawings that are too large are refused", () => {
  expect(() => boxes([1, 2], [{ name: "b", out: [1, 2, 3] }])).toThrow(
    "2 numbers go around “b” and 3 come out",
  );
  expect(() => boxes([1], [])).toThrow(`1 to ${most.boxes} boxes`);
  expect(() => boxes([1, 2, 3, 4, 5, 6], [{ name: "b", out: [1], around: false }])).toThrow(
    `1 to ${most.numbers} numbers`,
  );
});

test("hostile data is refused or bounded, hostile names are only text", () => {
  const good = two();
  expect(readBoxes(structuredClone(good))).toEqual(good);
  const bad: unknown[] = [
    undefined,
    { ...good, x: "1" },
    { ...good, x: new Float32Array(1e6) },
    { ...good, boxes: Array(1000).fill({ name: "b", out: [1, 2] }) },
    { ...good, boxes: [{ name: 1, out: [1, 2] }] },
    { ...good, boxes: [{ name: "b", out: [1, 2, 3], around: true }] },
  ];
  for (const raw of bad) expect(() => readBoxes(raw)).toThrow();
  const named = readBoxes({ x: [1], boxes: [{ name: "<b>x</b>".repeat(99), out: [1] }] });
  const html = renderToString(<BoxesView display={named} lang="en" />);
  expect(html).not.toContain("<b>x");
});
