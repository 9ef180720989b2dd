// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { most, network, networkToText, readNetwork } from "./network.ts";
import { NetworkView } from "./View.tsx";

const parts = (dropped?: boolean[]) => [
  { name: "in", labels: ["red", "green"], values: [0.5, 2] },
  {
    values: [2, 0],
    weights: [
      [4, 0],
      [1, -1],
    ],
    biases: [0, 0.5],
    ...(dropped ? { dropped } : {}),
  },
  { labels: ["leaf"], values: [-1], weights: [[-0.5, 3]], biases: [0] },
];
const made = (dropped?: boolean[]) => network(parts(dropped), { title: "a net" });

afterEach(() => document.body.replaceChildren());

test("as plain text: each layer's numbers", () => {
  expect(networkToText(made([false, true]))).toBe(
    ["a net", "in: red 0.50  green 2", "layer 1: 2  dropped", "layer 2: leaf −1"].join("\n"),
  );
});

test("has a circle for each neuron, no line of one that is dropped, and no inline styles", () => {
  const lines = (html: string) => (html.match(/M[\d.]+ [\d.]+L/g) ?? []).length;
  const html = renderToString(<NetworkView display={made()} lang="en" />);
  expect(html.match(/<circle/g)).toHaveLength(5);
  expect(lines(html)).toBe(6);
  expect(html).toContain("2 → 2 → 1");
  expect(html).not.toContain("style=");
  const dropped = renderToString(<NetworkView display={made([false, true])} lang="zh" />);
  expect(lines(dropped)).toBe(3);
  expect(dropped).toContain("被去掉了");
});

test("a neuron that is focused tells its sum, ReLU included; arrow keys lead on", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  await act(() => render(<NetworkView display={made()} lang="en" />, root));
  const neuron = (id: string) => root.querySelector<SVGGElement>(`[data-neuron="${id}"]`);
  const reading = () => root.querySelector(".d-network-reading")?.textContent;
  expect(reading()).toContain("Point at a circle");
  await act(() => neuron("1.1")?.focus());
  expect(reading()).toBe("layer 1, neuron 2: 1 × 0.50 + (−1) × 2 + bias 0.50 = −1, ReLU → 0");
  expect(root.querySelectorAll(".from")).toHaveLength(2);
  await act(() => {
    neuron("1.1")?.dispatchEvent(
      new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }),
    );
  });
  expect(document.activeElement?.getAttribute("data-neuron")).toBe("2.0");
  expect(reading()).toBe("leaf: (−0.50) × 2 + 3 × 0 + bias 0 = −1");
});

test("a neuron with many lines tells its largest terms and the sum of the rest", () => {
  const many = Array.from({ length: 12 }, (_, i) => i);
  const display = network([{ values: many }, { values: [66], weights: [many.map(() => 1)] }]);
  const html = renderToString(<NetworkView display={display} lang="en" />);
  expect(html).toContain("1 × 8 + 1 × 9 + 1 × 10 + 1 × 11 + (8 more: 28) = 66");
});

test("sizes that do not fit are refused", () => {
  const [input = { values: [1, 2] }] = parts();
  expect(() => network([input])).toThrow(`2 to ${most.layers} layers`);
  expect(() => network([input, { values: [1], weights: [[1, 2, 3]] }])).toThrow(
    "layer 1 has 1 neurons and 2 before them: it needs 1 × 2 weights, got 3",
  );
  expect(() => network([input, { values: [1], weights: [[1, 2]], dropped: [true, true] }])).toThrow(
    "layer 1 has 1 neurons and 2 dropped",
  );
  expect(() =>
    network([
      { values: [1], weights: [1] },
      { values: [1], weights: [1] },
    ]),
  ).toThrow("the first layer has nothing before it");
});

test("hostile data is refused or bounded, hostile names are only text", () => {
  const good = made([true, false]);
  expect(readNetwork(structuredClone(good))).toEqual(good);
  const [first, second] = good.layers;
  const bad: unknown[] = [
    undefined,
    { ...good, layers: 3 },
    { ...good, layers: [first] },
    { ...good, layers: Array(1000).fill(first) },
    { ...good, layers: [first, { ...second, values: new Float32Array(1e6) }] },
    { ...good, layers: [first, { ...second, weights: "1" }] },
    { ...good, layers: [{ ...first, labels: ["one"] }, second] },
  ];
  for (const raw of bad) expect(() => readNetwork(raw)).toThrow();
  const named = readNetwork({
    layers: [
      { ...first, name: "<b>x</b>" },
      { ...second, values: [Number.NaN, Number.POSITIVE_INFINITY] },
    ],
  });
  const html = renderToString(<NetworkView display={named} lang="en" />);
  expect(html).not.toContain("<b>x");
  expect(html).toContain("∞");
});
