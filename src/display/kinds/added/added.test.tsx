// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { added, addedToText, most, readAdded } from "./added.ts";
import { AddedView } from "./View.tsx";

const vectors = [
  [0.5, -1],
  [2, 0.3],
];
const positions = [
  [0.1, 0.2],
  [-0.4, 1],
  [9, 9],
];
const two = () => added(["sat", "on"], vectors, positions);

afterEach(() => document.body.replaceChildren());

async function place() {
  const root = document.body.appendChild(document.createElement("div"));
  const draw = () => act(() => render(<AddedView display={two()} lang="en" />, root));
  await draw();
  const sum = (at: string) => root.querySelector<SVGGElement>(`[data-sum="${at}"]`);
  const reading = () => root.querySelector(".d-added-reading")?.textContent;
  const sums = () => [...root.querySelectorAll("[data-sum] text")].map((one) => one.textContent);
  return { root, draw, sum, sums, reading };
}
const press = (element: Element | null, key: string) =>
  act(() => {
    element?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });

test("as plain text: words, positions, sums", () => {
  expect(addedToText(two()).split("\n")).toEqual([
    "     sat      on",
    "     0.5       2",
    "      −1     0.3",
    "     + 1     + 2",
    "     0.1    −0.4",
    "     0.2       1",
    "       =       =",
    "     0.6     1.6",
    "    −0.8     1.3",
  ]);
});

test("draws three matrices without inline styles, in both languages", () => {
  const html = renderToString(<AddedView display={two()} lang="en" />);
  expect(html.match(/class="number word/g)).toHaveLength(4);
  expect(html.match(/class="number position/g)).toHaveLength(4);
  expect(html).toContain("of the words sat on; those of the positions");
  expect(html).toContain("0.6</text>");
  expect(html).not.toContain("style=");
  expect(renderToString(<AddedView display={two()} lang="zh" />)).toContain("位置矩阵");
});

test("a word that moves takes its vector along, and meets another position", async () => {
  const { root, draw, sums } = await place();
  expect(sums()).toEqual(["0.6", "−0.8", "1.6", "1.3"]);
  const sat = root.querySelector<SVGGElement>('[data-word="0"]');
  await act(() => sat?.focus());
  await press(sat, "ArrowRight");
  expect(sums()).toEqual(["0.1", "0.0", "2.1", "0.5"]);
  expect(document.activeElement).toBe(sat);
  expect(sat?.getAttribute("aria-label")).toContain("sat, at position 2");
  // It stands at the end now.
  const [left, right] = root.querySelectorAll<HTMLButtonElement>(".d-added-moves button");
  expect([left?.disabled, right?.disabled]).toEqual([false, true]);
  await act(() => left?.click());
  expect(sums()).toEqual(["0.6", "−0.8", "1.6", "1.3"]);
  // A new run starts from its own order.
  await press(sat, "ArrowRight");
  await draw();
  expect(sums()).toEqual(["0.6", "−0.8", "1.6", "1.3"]);
});

test("a number tells its sum and marks its terms; arrow keys lead on", async () => {
  const { root, sum, reading } = await place();
  expect(reading()).toContain("Point at a number");
  expect(root.querySelectorAll("[data-sum][tabindex='0']")).toHaveLength(1);
  await act(() => sum("0.0")?.focus());
  expect(reading()).toBe("number 1 of sat at position 1: 0.5 + 0.1 = 0.6");
  expect(root.querySelectorAll(".from")).toHaveLength(2);
  await press(sum("0.0"), "ArrowRight");
  expect(reading()).toBe("number 1 of on at position 2: 2.0 + (−0.4) = 1.6");
  await press(sum("1.0"), "ArrowDown");
  expect(document.activeElement).toBe(sum("1.1"));
  await press(sum("1.1"), "ArrowDown");
  expect(document.activeElement).toBe(sum("1.1"));
});

test("sizes that do not fit are refused, and so is what cannot be drawn", () => {
  expect(() => added(["sat"], vectors, positions)).toThrow("1 words and 2 vectors");
  expect(() => added(["sat", "on"], vectors, [[1], [2]])).toThrow(
    "words have 2 numbers and positions 1",
  );
  expect(() => added(["sat", "on"], vectors, [[1, 2]])).toThrow(
    "2 words and vectors for 1 positions",
  );
  const many = Array.from({ length: 99 }, () => [1]);
  expect(() => added(many.map(String), many, many)).toThrow(`1 to ${most.words} words`);
  const long = [Array.from({ length: 99 }, () => 1)];
  expect(() => added(["a"], long, long)).toThrow(`1 to ${most.size} numbers`);
});

test("hostile data is refused or bounded, hostile words are only text", () => {
  const good = two();
  expect(readAdded(structuredClone(good))).toEqual(good);
  const bad: unknown[] = [
    undefined,
    { ...good, words: ["sat"] },
    { ...good, words: Array(1000).fill("sat") },
    { ...good, size: 1e9 },
    { ...good, size: Number.NaN },
    { ...good, vectors: new Float32Array(1e6) },
    { ...good, positions: "1" },
  ];
  for (const raw of bad) expect(() => readAdded(raw)).toThrow();
  const odd = readAdded({
    ...good,
    words: ["<b>x</b>".repeat(99), "on"],
    vectors: new Float32Array([Number.NaN, Infinity, 1e30, 0]),
  });
  const html = renderToString(<AddedView display={odd} lang="en" />);
  expect(html).not.toContain("<b>x");
});
