// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { line, lineToText, readLine } from "./line.ts";
import { plot } from "./plot.ts";
import { LineView } from "./View.tsx";

const html = (...args: Parameters<typeof line>) =>
  renderToString(<LineView display={line(...args)} lang="en" />);

const place = () => document.body.appendChild(document.createElement("div"));

afterEach(() => document.body.replaceChildren());

test("a chart has its title, its axes' names, a legend, and its numbers in a table", () => {
  const text = html(
    { train: [3, 2, 1], test: [3, 2.5, 2.25] },
    { title: "Loss", x: "step", y: "nats" },
  );
  expect(text).toContain("<figcaption>Loss</figcaption>");
  for (const said of ["step", "nats", "train", "test"]) expect(text).toContain(said);
  expect(text).toMatch(
    /<th scope="row">test<\/th><td>3<\/td><td>3<\/td><td>2.250<\/td><td>2.250<\/td><td>3<\/td>/,
  );
  expect(text).not.toContain("style=");
});

test("nothing, one point and what is not a number can be drawn", () => {
  expect(html({ loss: [] })).toContain("No data yet");
  expect(html({})).toContain("No data yet");
  expect(html({ loss: [2] }).match(/<circle/g)).toHaveLength(1);
  const gaps = html({ loss: [Number.NaN, 1, Number.NaN, Infinity, 2, 3] });
  expect(gaps).not.toMatch(/(d|x|y|cx|cy|x1|y1)="[^"]*(NaN|Infinity)/);
});

test("values without an x stand at 0, 1, 2…; with one, where they belong", () => {
  expect(line({ a: [5, 6] }).series[0]?.x).toEqual([0, 1]);
  expect(line({ a: { x: [10, 20], y: [5, 6] } }).series[0]?.x).toEqual([10, 20]);
  expect(() => line({ a: { x: [1], y: [5, 6] } })).toThrow(
    "line: a: x and y need as many numbers: got 1 and 2",
  );
});

test("a long line keeps its ends, its lowest and its highest point", () => {
  const values = Array.from({ length: 100_000 }, (_, i) => Math.sin(i));
  values[77_777] = 50;
  values[3] = -40;
  const [series] = line({ a: values }).series;
  expect(series?.y.length).toBeLessThanOrEqual(1000);
  expect(Math.max(...(series?.y ?? []))).toBe(50);
  expect(Math.min(...(series?.y ?? []))).toBe(-40);
  expect([series?.x[0], series?.x.at(-1)]).toEqual([0, 99_999]);
  expect(series?.of).toBe(100_000);
});

test("whole steps have whole ticks, and names at the ends keep apart", () => {
  const chart = plot(line({ a: [1, 2, 2], b: [1, 1, 2.01], c: [0, 0, 1.99] }).series);
  expect(chart.x.map(({ text }) => text)).toEqual(["0", "1", "2"]);
  const labels = chart.lines.map(({ label }) => label).sort((a, b) => a - b);
  expect((labels[1] ?? 0) - (labels[0] ?? 0)).toBeGreaterThanOrEqual(15);
  expect((labels[2] ?? 0) - (labels[1] ?? 0)).toBeGreaterThanOrEqual(15);
});

test("arrow keys read the values, Escape ends it", async () => {
  const root = place();
  await act(() =>
    render(
      <LineView
        display={line({ a: [1, 2, 4], b: { x: [0, 2], y: [1, 3] } }, { x: "step" })}
        lang="en"
      />,
      root,
    ),
  );
  const chart = root.querySelector("[role=slider]");
  const press = (key: string) =>
    act(() => {
      chart?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    });
  await press("ArrowRight");
  await press("ArrowRight");
  // Line b has no point at 1: it is read where it is drawn.
  expect(chart?.getAttribute("aria-valuetext")).toBe("step = 1, a 2, b 2");
  expect(root.querySelector(".d-line-reading")?.textContent).toBe("step = 1");
  await press("End");
  expect(chart?.getAttribute("aria-valuenow")).toBe("2");
  await press("Escape");
  expect(root.querySelector(".cursor")).toBeNull();
});

test("a line that grows changes its own path", async () => {
  const root = place();
  await act(() => render(<LineView display={line({ loss: [3, 2] })} lang="en" />, root));
  const before = root.querySelector("path.line");
  const drawn = before?.getAttribute("d");
  await act(() => render(<LineView display={line({ loss: [3, 2, 1] })} lang="en" />, root));
  expect(root.querySelector("path.line")).toBe(before);
  expect(before?.getAttribute("d")).not.toBe(drawn);
});

test("hostile data is refused or bounded", () => {
  const good = line({ a: [1, 2] });
  expect(readLine(structuredClone(good))).toEqual(good);
  const series = { name: "a", x: [0], y: [1] };
  const bad: unknown[] = [
    null,
    { ...good, series: {} },
    { ...good, series: [{ ...series, y: ["1"] }] },
    { ...good, title: {} },
  ];
  for (const raw of bad) expect(() => readLine(raw)).toThrow("line");
  const many = readLine({
    ...good,
    series: Array.from({ length: 99 }, () => ({
      name: "<i>",
      x: new Array(9999).fill(1e308),
      y: [-1e308, 1e308],
    })),
  });
  expect(many.series).toHaveLength(6);
  expect(many.series[0]?.x).toHaveLength(2);
  expect(renderToString(<LineView display={many} lang="zh" />)).not.toContain("<i>");
});

test("more lines than colors are refused", () => {
  const seven = Object.fromEntries([..."abcdefg"].map((name) => [name, [1]]));
  expect(() => line(seven)).toThrow("line: at most 6 lines can be told apart, got 7");
});

test("as plain text: the ends and the extremes of each line", () => {
  expect(lineToText(line({ loss: [3, 1, 2] }, { title: "Loss" }))).toBe(
    "Loss\nloss: 3 points, first 3, last 2, lowest 1, highest 3",
  );
});
