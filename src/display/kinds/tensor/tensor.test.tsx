// @vitest-environment happy-dom
import { hydrate, render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test, vi } from "vitest";
import { heatmap, readTensor, tensorToText } from "./tensor.ts";
import { TensorView } from "./View.tsx";

/** scores = q × kᵀ, as a tensor that tells how it was computed. */
function scores(first = 2) {
  const q = [first, 1, 0, -1];
  const k = [3, 4, 0, 0.5];
  const products = [0, 1].flatMap((i) =>
    [0, 1].map((j) => (q[i * 2] ?? 0) * (k[j] ?? 0) + (q[i * 2 + 1] ?? 0) * (k[2 + j] ?? 0)),
  );
  const node = (op: string, name: string, data: number[], inputs: number[] = []) => ({
    op,
    name,
    shape: [2, 2],
    data: Float32Array.from(data),
    inputs,
  });
  const trace = {
    nodes: [
      node("given", "q", q),
      node("random", "k", k),
      node("matmul", "scores", products, [0, 1]),
    ],
  };
  const data = Float32Array.from(products);
  return {
    shape: [2, 2],
    data,
    [Symbol.for("humpty.display")]: () => ({ name: "scores", shape: [2, 2], data, trace }),
  };
}

const html = (...args: Parameters<typeof heatmap>) =>
  renderToString(<TensorView display={heatmap(...args)} lang="en" />);

const place = () => document.body.appendChild(document.createElement("div"));
const panel = (root: Element) => root.querySelector(".d-explanation");
const textOf = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, " ").trim();
const cells = (root: Element) => [...root.querySelectorAll<HTMLElement>("td[data-level]")];

async function press(element: Element | null | undefined, key: string) {
  await act(() => {
    element?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
}
const focus = (element: HTMLElement | undefined) => act(() => element?.focus());
const click = (element: Element | undefined) =>
  act(() => {
    element?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  });

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

test("a matrix is a table with its name, its shape, its labels and its numbers", () => {
  const words = ["sat", "on"];
  const text = html(
    [
      [0.5, -1],
      [0, 0.25],
    ],
    { name: "scores", rows: words, columns: words },
  );
  expect(text).toContain(
    '<caption><b>scores</b> <span class="d-tensor-shape">[2, 2]</span></caption>',
  );
  expect(text).toContain('<th scope="row">sat</th>');
  expect(text).toContain('<th scope="col">on</th>');
  expect(text).toContain('<td data-level="5">0.50</td><td data-level="-10">−1.00</td>');
  expect(text).not.toContain("style=");
});

test("every rank is shown: a number, a row, slices of a larger one", () => {
  expect(html(3.125)).toContain('<td data-level="10">3.13</td>');
  expect(html([1, 2])).toContain('<td data-level="5">1</td><td data-level="10">2</td>');
  const three = html([[[1, 2]], [[3, 4]]], { name: "heads" });
  expect(three.match(/<table/g)).toHaveLength(2);
  expect(three).toContain("<caption>heads[1]</caption>");
  expect(html([])).toContain("no numbers");
});

test("masked and missing numbers have no color", () => {
  expect(html([0.5, -Infinity, Number.NaN])).toContain(
    '<td data-level="none">−∞</td><td data-level="none">NaN</td>',
  );
});

test("a huge tensor is cut, and says so", () => {
  const text = html({ shape: [1000, 1000], data: new Float32Array(1_000_000) });
  expect(text).toContain("showing 64 × 64 of 1,000 × 1,000");
  expect(text.match(/<td data-level/g)).toHaveLength(64 * 64);
  const deep = html({ shape: [50, 40, 40], data: new Float32Array(80_000).fill(0.5) });
  expect(deep).toContain("showing 2 × 40 × 40 of 50 × 40 × 40");
});

test("the first numbers of each slice and row are those of the tensor", () => {
  const data = Float32Array.from({ length: 3 * 2 * 100 }, (_, i) => i);
  const display = heatmap({ shape: [3, 2, 100], data });
  expect(display.data[0]).toBe(0);
  expect(display.data[64]).toBe(100);
  expect(display.data[2 * 64]).toBe(200);
  expect(readTensor(structuredClone(display))).toEqual(display);
});

test("labels that do not fit and rows of different lengths are refused", () => {
  expect(() => heatmap([[1, 2]], { columns: ["a"] })).toThrow(
    "heatmap: columns: the shape [1, 2] needs 2 labels, got 1",
  );
  expect(() => heatmap([[1, 2], [3]])).toThrow("row 1 has the shape [1], row 0 has [2]");
});

test("hostile data is refused or made harmless", () => {
  const good = { kind: "tensor", shape: [1], data: new Float32Array(1) };
  const node = { op: "given", shape: [1], data: new Float32Array(1), inputs: [] };
  const bad: unknown[] = [
    null,
    { ...good, shape: [2] },
    { ...good, shape: [-1] },
    { ...good, shape: "x" },
    { ...good, rows: [{}] },
    { ...good, trace: { nodes: [] } },
    { ...good, trace: { nodes: [{ ...node, inputs: [0] }] } },
    { ...good, trace: { nodes: [{ ...node, shape: [0, 1e15] }] } },
    { ...good, trace: { nodes: [{ ...node, shape: [2] }] } },
  ];
  for (const raw of bad) expect(() => readTensor(raw)).toThrow();
  const odd = readTensor({
    ...good,
    name: "<img src=x>",
    trace: { nodes: [{ ...node, op: "constructor", inputs: [] }] },
  });
  expect(renderToString(<TensorView display={odd} lang="en" />)).not.toContain("<img");
  expect(readTensor({ ...good, trace: { nodes: [{ ...node, shape: [] }] } }).trace).toBeUndefined();
});

test("a trace with an operation that no model has does not break the view", async () => {
  const node = { op: "given", shape: [1], data: new Float32Array(1), inputs: [] as number[] };
  const nodes = [node, { ...node, op: "toString", inputs: [0] }];
  const root = place();
  await act(() =>
    render(
      <TensorView display={readTensor({ ...node, kind: "tensor", trace: { nodes } })} lang="en" />,
      root,
    ),
  );
  await focus(cells(root)[0]);
  expect(cells(root)).toHaveLength(1);
});

test("a focused number tells its sum, in names and in numbers", async () => {
  const root = place();
  await act(() => render(<TensorView display={heatmap(scores())} lang="en" />, root));
  await focus(cells(root)[0]);
  expect(textOf(panel(root)?.querySelector(".path"))).toBe("scores[0, 0]");
  const lines = [...(panel(root)?.querySelectorAll(".line") ?? [])].map(textOf);
  expect(lines).toEqual(["= q[0, 0] × k[0, 0] + q[0, 1] × k[1, 0]", "= 2 × 3 + 1 × 0", "= 6"]);
  expect(panel(root)?.textContent).toContain("scores [2, 2]");
});

test("an operand leads to its own tensor, and there is a way back", async () => {
  const root = place();
  await act(() => render(<TensorView display={heatmap(scores())} lang="en" />, root));
  await focus(cells(root)[1]);
  await click([...(panel(root)?.querySelectorAll(".line button") ?? [])][1]);
  expect(textOf(panel(root)?.querySelector(".path"))).toBe("scores[0, 1] › k[0, 1]");
  expect(panel(root)?.textContent).toContain("drawn at random");
  expect(document.activeElement?.textContent).toBe("k[0, 1]");
  await click(panel(root)?.querySelector(".path button") ?? undefined);
  expect(textOf(panel(root)?.querySelector(".path"))).toBe("scores[0, 1]");
});

test("arrow keys move, Tab enters once, Escape closes", async () => {
  const root = place();
  await act(() => render(<TensorView display={heatmap(scores())} lang="en" />, root));
  expect(root.querySelectorAll("td[tabindex='0']")).toHaveLength(1);
  await focus(cells(root)[0]);
  await press(document.activeElement, "ArrowDown");
  await press(document.activeElement, "End");
  expect(document.activeElement).toBe(cells(root)[3]);
  expect(textOf(panel(root)?.querySelector(".path"))).toBe("scores[1, 1]");
  expect(cells(root).map((cell) => cell.tabIndex)).toEqual([-1, -1, -1, 0]);
  await press(document.activeElement, "Escape");
  expect(panel(root)).toBeNull();
});

test("a pointer that rests on a number explains it; one that passes does not", async () => {
  vi.useFakeTimers();
  const root = place();
  await act(() => render(<TensorView display={heatmap(scores())} lang="en" />, root));
  const over = (cell: Element | undefined) =>
    cell?.dispatchEvent(new PointerEvent("pointerover", { pointerType: "mouse", bubbles: true }));
  over(cells(root)[0]);
  vi.advanceTimersByTime(20);
  over(cells(root)[3]);
  await act(() => {
    vi.advanceTimersByTime(200);
  });
  expect(textOf(panel(root)?.querySelector(".path"))).toBe("scores[1, 1]");
});

test("the published page comes alive on its own nodes", async () => {
  const root = place();
  const display = heatmap(scores());
  root.innerHTML = renderToString(<TensorView display={display} lang="en" />);
  const before = cells(root);
  before[2]?.focus();
  await act(() =>
    hydrate(<TensorView display={readTensor(structuredClone(display))} lang="en" />, root),
  );
  expect(cells(root)).toEqual(before);
  expect(textOf(panel(root)?.querySelector(".path"))).toBe("scores[1, 0]");
});

test("a new run changes numbers and the open explanation in place", async () => {
  const root = place();
  await act(() => render(<TensorView display={heatmap(scores())} lang="en" />, root));
  await focus(cells(root)[0]);
  const before = cells(root);
  await act(() => render(<TensorView display={heatmap(scores(5))} lang="en" />, root));
  expect(cells(root)).toEqual(before);
  expect(before[0]?.textContent).toBe("15.00");
  expect(panel(root)?.textContent).toContain("= 5 × 3 + 1 × 0");
  expect(document.activeElement).toBe(before[0]);
});

test("as plain text: caption and rows", () => {
  expect(tensorToText(heatmap([[1, -2]], { name: "x" }))).toBe("x [1, 2]\n   1   −2");
});
