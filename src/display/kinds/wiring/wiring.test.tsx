// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { layout } from "./layout.ts";
import { partsOf } from "./reach.ts";
import { read } from "./reading.ts";
import { WiringView } from "./View.tsx";
import { readWiring, wiring, wiringToText } from "./wiring.ts";

const words = ["Humpty", "Dumpty", "sat"];
const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** Attention of three words, computed by hand; `asking` is the first number of the last word's query. */
function parts(asking = 0.31, divide = 1) {
  const keys = [
    [0.5, -1],
    [0.2, 0.4],
    [1.2, -0.2],
  ];
  const queries = [
    [1, 0],
    [0, 1],
    [asking, 0.5],
  ];
  const values = [
    [1, 2],
    [3, 4],
    [-1, 0.5],
  ];
  const scores = queries.map((q) => keys.map((k) => dot(k, q) / divide));
  const weights = scores.map((row) => {
    const powers = row.map(Math.exp);
    return powers.map((power) => power / powers.reduce((a, b) => a + b));
  });
  const output = weights.map((row) =>
    [0, 1].map((d) =>
      dot(
        row,
        values.map((v) => v[d] ?? 0),
      ),
    ),
  );
  return { words, vectors: keys, queries, keys, values, scores, weights, output };
}

const sum = (
  display: ReturnType<typeof wiring>,
  stage: Parameters<typeof read>[1]["stage"],
  word = 2,
) => read(display, { stage, word }, "en").sum;

const place = () => document.body.appendChild(document.createElement("div"));
const part = (root: Element, id: string) => root.querySelector<SVGGElement>(`[data-part="${id}"]`);
const reading = (root: Element) => root.querySelector(".d-wiring-reading")?.textContent;

afterEach(() => document.body.replaceChildren());

test("a score is the products of key and query, added up", () => {
  const display = wiring(parts());
  expect(sum(display, "score")).toBe("k₃ · q₃ = 1.20 × 0.31 + −0.20 × 0.50 = 0.27");
  expect(read(display, { stage: "score", word: 2 }, "zh").title).toBe("“sat”的分数");
});

test("a score that was divided by √d says so", () => {
  expect(sum(wiring(parts(0.31, Math.sqrt(2))), "score")).toBe(
    "k₃ · q₃ = 1.20 × 0.31 + −0.20 × 0.50 = 0.27; ÷ √2 = 0.19",
  );
});

test("a masked word says that it may not be seen", () => {
  const masked = parts();
  masked.scores = [
    [0, -Infinity, -Infinity],
    [0, 1, -Infinity],
    [0, 1, 2],
  ];
  masked.weights = [
    [1, 0, 0],
    [0.3, 0.7, 0],
    [0.1, 0.2, 0.7],
  ];
  const display = wiring({ ...masked, asks: 0 });
  expect(sum(display, "score", 1)).toContain("→ −∞ (masked");
  expect(sum(display, "weight", 1)).toBe("a₂ = e^−∞ ÷ (e^0.00 + e^−∞ + e^−∞) = 0.00");
  expect(renderToString(<WiringView display={display} lang="en" />)).toContain("part score masked");
});

test("weights, weighted values and the output are told with their numbers", () => {
  const display = wiring(parts());
  const [u1 = 0, u2 = 0, u3 = 0] = display.weights;
  expect(u1 + u2 + u3).toBeCloseTo(1);
  expect(sum(display, "product", 0)).toBe("a₁ · v₁ = 0.21 × (1.00, 2.00) = (0.21, 0.43)");
  expect(sum(display, "output")).toContain("a₁·v₁ + a₂·v₂ + a₃·v₃ = (0.21, 0.43) + ");
  expect(sum(display, "query")).toBe("q₃ = Wq · x₃ = (0.31, 0.50)");
});

test("the drawing has a box for every part, and fits a phone with three words", () => {
  const html = renderToString(<WiringView display={wiring(parts())} lang="en" />);
  for (const { stage, word } of partsOf(3, 2))
    expect(html).toContain(`data-part="${stage}-${word}"`);
  expect(html).toContain("Each word’s vector x gives a key k and a value v");
  expect(html).not.toContain("style=");
  expect(layout({ words: 3, asks: 2, vector: 2, key: 2, value: 2 }).width).toBeLessThanOrEqual(350);
});

test("wires are as thick as their word's weight", () => {
  const display = wiring(parts());
  const thick = (word: number) => {
    const root = place();
    render(<WiringView display={display} lang="en" />, root);
    return Number(
      part(root, `product-${word}`)?.querySelector(".wire")?.getAttribute("stroke-width"),
    );
  };
  expect(thick(1)).toBeCloseTo(1 + 6 * (display.weights[1] ?? 0));
  expect(thick(2) > thick(0)).toBe((display.weights[2] ?? 0) > (display.weights[0] ?? 0));
});

test("a focused wire shows its product; arrow keys move along words and stages", async () => {
  const root = place();
  await act(() => render(<WiringView display={wiring(parts())} lang="en" />, root));
  expect(reading(root)).toContain("Point at a box");
  await act(() => part(root, "score-2")?.focus());
  expect(reading(root)).toBe("score of “sat”: k₃ · q₃ = 1.20 × 0.31 + −0.20 × 0.50 = 0.27");
  expect(part(root, "query-2")?.getAttribute("class")).toContain("source");
  const press = (key: string) =>
    act(() => {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    });
  await press("ArrowLeft");
  expect(reading(root)).toContain("score of “Dumpty”");
  await press("ArrowDown");
  expect(reading(root)).toContain("weight of “Dumpty”");
  expect(root.querySelectorAll("g[tabindex='0']")).toHaveLength(1);
  await press("Escape");
  expect(reading(root)).toContain("Point at a box");
});

test("a changed query changes numbers and the sum that is looked at, on the same nodes", async () => {
  const root = place();
  await act(() => render(<WiringView display={wiring(parts())} lang="en" />, root));
  await act(() => part(root, "score-2")?.focus());
  const before = [...root.querySelectorAll("svg *")];
  await act(() => render(<WiringView display={wiring(parts(1))} lang="en" />, root));
  expect([...root.querySelectorAll("svg *")]).toEqual(before);
  expect(reading(root)).toContain("1.20 × 1.00 + −0.20 × 0.50 = 1.10");
  expect(document.activeElement).toBe(part(root, "score-2"));
});

test("parts that do not fit together are refused", () => {
  const good = parts();
  expect(() => wiring({ ...good, keys: [[1, 2]] })).toThrow(
    "wiring: keys: 3 words need as many rows, got 1",
  );
  expect(() => wiring({ ...good, asks: 3 })).toThrow("there are 3 words, none has the place 3");
  expect(() => wiring({ ...good, values: [[1], [1], [1]] })).toThrow(
    "wiring: output: expected 1 numbers, got 2",
  );
  const many = Array.from({ length: 9 }, () => [1]);
  expect(() =>
    wiring({
      words: many.map(String),
      vectors: many,
      queries: many,
      keys: many,
      values: many,
      scores: [many.flat()],
      weights: [many.flat()],
      output: [[1]],
    }),
  ).toThrow("1 to 8 words can be drawn, got 9");
});

test("tensors with a batch of one, and a single row of scores, will do", () => {
  const good = parts();
  const keys = { shape: [1, 3, 2], data: Float32Array.from(good.keys.flat()) };
  const display = wiring({ ...good, keys, scores: good.scores[2] ?? [] });
  expect(display.keys[0]).toEqual([0.5, -1]);
  expect(display.scores).toEqual(good.scores[2]);
});

test("hostile data is refused, hostile words are only text", () => {
  const good = wiring(parts());
  expect(readWiring(structuredClone(good))).toEqual(good);
  const bad: unknown[] = [
    undefined,
    { ...good, words: [] },
    { ...good, asks: 0.5 },
    { ...good, asks: 7 },
    { ...good, scores: ["1", "2", "3"] },
    { ...good, values: [[1], [1, 2], [1]] },
    { ...good, output: new Array(1e6).fill(0) },
    { ...good, keys: { length: 3 } },
  ];
  for (const raw of bad) expect(() => readWiring(raw)).toThrow("wiring");
  const odd = readWiring({
    ...good,
    words: ["<b>x</b>", '"', "y".repeat(1e5)],
    weights: [Number.NaN, Infinity, -1],
  });
  const html = renderToString(<WiringView display={odd} lang="zh" />);
  expect(html).not.toContain("<b>x");
  expect(html.length).toBeLessThan(100_000);
});

test("as plain text: a line for each word, and the output", () => {
  const text = wiringToText(wiring(parts()));
  expect(text.split("\n")).toHaveLength(4);
  expect(text).toContain("sat: score k₃ · q₃ = 1.20 × 0.31 + −0.20 × 0.50 = 0.27; weight ");
});
