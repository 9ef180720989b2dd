// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { lookup, lookupToText, most, readLookup } from "./lookup.ts";
import { LookupView } from "./View.tsx";

const matrix = [
  [0.5, -1, 2],
  [0, 0.3, 1],
];
const three = (pick = "m") => lookup(matrix, ["h", "m", " "], { pick });

afterEach(() => document.body.replaceChildren());

test("as plain text: names, one-hot vector, matrix, and the column", () => {
  expect(lookupToText(three())).toBe(
    [
      "     h     m",
      "     0     1     0",
      "  0.50    −1     2",
      "     0  0.30     1",
      "m: −1  0.30",
    ].join("\n"),
  );
});

test("one column is picked, a space is seen, and no style is inline", () => {
  const html = renderToString(<LookupView display={three()} lang="en" />);
  expect(html.match(/class="column picked"/g)).toHaveLength(1);
  expect(html).toContain("1 above the column of “m”");
  expect(html).toContain("␣");
  expect(html).not.toContain("style=");
  expect(renderToString(<LookupView display={three()} lang="zh" />)).toContain("独热向量");
});

test("a column that is chosen comes out; a new run starts from its own", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  const draw = (pick: string) =>
    act(() => render(<LookupView display={three(pick)} lang="en" />, root));
  const out = () =>
    [...root.querySelectorAll("[data-out] text")].map((one) => one.textContent ?? "");
  await draw("m");
  expect(out()).toEqual(["−1", "0.3"]);
  const column = root.querySelector('[data-column="2"]');
  await act(() => {
    column?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  });
  expect(out()).toEqual(["2", "1"]);
  expect(column?.getAttribute("aria-pressed")).toBe("true");
  await draw("h");
  expect(out()).toEqual(["0.5", "0"]);
});

test("a number that comes out tells its sum", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  await act(() => render(<LookupView display={three()} lang="en" />, root));
  expect(root.querySelector(".d-lookup-reading")?.textContent).toContain("Choose a column");
  await act(() => root.querySelector<SVGGElement>('[data-out="0"]')?.focus());
  expect(root.querySelector(".d-lookup-reading")?.textContent).toBe("0.5·0 + −1·1 + 2·0 = −1");
});

test("names that do not fit the columns are refused, and so is what cannot be drawn", () => {
  expect(() => lookup(matrix, ["h"])).toThrow("1 names for 3 columns");
  expect(() => lookup(matrix, ["h", "m", "p"], { pick: "q" })).toThrow("“q” has no column");
  expect(() => lookup([1, 2], ["h", "m"])).toThrow("got the shape [2]");
  const wide = Array.from({ length: 99 }, () => 1);
  expect(() => lookup([wide], wide.map(String))).toThrow(`1 to ${most.columns} columns`);
  expect(() => lookup(Array(99).fill([1]), ["h"])).toThrow(`1 to ${most.rows} rows`);
});

test("hostile data is refused or bounded, hostile names are only text", () => {
  const good = three();
  expect(readLookup(structuredClone(good))).toEqual(good);
  const bad: unknown[] = [
    undefined,
    { ...good, columns: ["h"] },
    { ...good, columns: Array(1000).fill("h") },
    { ...good, rows: 1e9 },
    { ...good, rows: Number.NaN },
    { ...good, matrix: new Float32Array(1e6) },
    { ...good, pick: 3 },
    { ...good, pick: "m" },
  ];
  for (const raw of bad) expect(() => readLookup(raw)).toThrow();
  const named = readLookup({ ...good, columns: ["<b>x</b>".repeat(99), "m", "p"] });
  const html = renderToString(<LookupView display={named} lang="en" />);
  expect(html).not.toContain("<b>x");
});
