// @vitest-environment happy-dom
import fc from "fast-check";
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { entry, most, product, productToText, readProduct, sumOf } from "./product.ts";
import { ProductView } from "./View.tsx";

const a = [
  [1, -1],
  [0, 1],
];
const b = [
  [2, 1, 0],
  [0, 2, 1],
];
const keys = (pick: [number, number] = [0, 1]) =>
  product(a, b, { names: ["W", "x"], columns: ["Humpty", "Dumpty", "sat"], pick });

afterEach(() => document.body.replaceChildren());

test("as plain text: both matrices and their product", () => {
  expect(productToText(keys())).toBe(
    [
      "W [2, 2]",
      "     1     −1",
      "     0      1",
      "x [2, 3]",
      "     2      1      0",
      "     0      2      1",
      "W · x [2, 3]",
      "     2     −1     −1",
      "     0      2      1",
    ].join("\n"),
  );
});

test("a number of the product is a row times a column, for all sizes", () => {
  const size = fc.integer({ min: 1, max: most.size });
  fc.assert(
    fc.property(size, size, size, (rows, inner, columns) => {
      const left = Array.from({ length: rows }, (_, i) =>
        Array.from({ length: inner }, (_, k) => i + k),
      );
      const right = Array.from({ length: inner }, (_, k) =>
        Array.from({ length: columns }, (_, j) => k - j),
      );
      const display = product(left, right);
      for (const [i, row] of left.entries())
        for (let j = 0; j < columns; j++) {
          const wanted = row.reduce((sum, one, k) => sum + one * (right[k]?.[j] ?? 0), 0);
          expect(entry(display, i, j)).toBe(wanted);
        }
    }),
  );
  expect(sumOf(keys(), 0, 1)).toBe("1·1 + −1·2 = −1");
});

test("one row and one column are lit, the sum stands below, and no style is inline", () => {
  const html = renderToString(<ProductView display={keys()} lang="en" />);
  expect(html.match(/class="given lit"/g)).toHaveLength(4);
  expect(html.match(/class="out lit"/g)).toHaveLength(1);
  expect(html).toContain("row 1 times column Dumpty:");
  expect(html).toContain("1·1 + −1·2 = −1");
  expect(html).not.toContain("style=");
  expect(renderToString(<ProductView display={keys()} lang="zh" />)).toContain("第 1 行乘第 2 列");
});

test("a reader lights another number; a new run starts from its own", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  const draw = (pick: [number, number]) =>
    act(() => render(<ProductView display={keys(pick)} lang="en" />, root));
  const reading = () => root.querySelector(".d-product-reading")?.textContent;
  await draw([0, 0]);
  expect(reading()).toBe("row 1 times column Humpty: 1·2 + −1·0 = 2");
  await act(() => root.querySelector<SVGGElement>('[data-out="1,2"]')?.focus());
  expect(reading()).toBe("row 2 times column sat: 0·0 + 1·1 = 1");
  await draw([1, 1]);
  expect(reading()).toBe("row 2 times column Dumpty: 0·1 + 1·2 = 2");
});

test("names of columns have room", () => {
  const columns = ["Humpty", "Humpty Dumpt", "x"];
  const html = renderToString(<ProductView display={product(a, b, { columns })} lang="en" />);
  const places = [...html.matchAll(/class="label" x="([\d.]+)"/g)].map(([, x]) => Number(x));
  expect((places[1] ?? 0) - (places[0] ?? 0)).toBeGreaterThan(12 * 7);
});

test("sizes that do not fit are refused, and so is what cannot be drawn", () => {
  expect(() => product(b, a)).toThrow(
    "a row of the first has 3 numbers, a column of the second has 2",
  );
  expect(() => product([1, 2], a)).toThrow("got the shapes [2] and [2, 2]");
  const wide = [Array.from({ length: 9 }, () => 1)];
  expect(() => product([[1]], wide)).toThrow(`1 to ${most.size} rows and columns`);
  expect(() => product(a, b, { columns: ["x"] })).toThrow("3 columns need as many names");
  expect(() => product(a, b, { rows: ["x"] })).toThrow("2 rows need as many names");
  expect(() => product(a, b, { pick: [2, 0] })).toThrow("no number in row 2, column 0");
});

test("numbers that are none are drawn as what they are", () => {
  const html = renderToString(
    <ProductView display={product([[Number.NaN, Infinity]], [[1], [1]])} lang="en" />,
  );
  expect(html).toContain("∞");
  expect(html.replace(/<text[^>]*>[^<]*|<span>[^<]*|aria-label="[^"]*"/g, "")).not.toContain("NaN");
});

test("hostile data is refused or bounded, hostile names are only text", () => {
  const good = keys();
  expect(readProduct(structuredClone(good))).toEqual(good);
  const bad: unknown[] = [
    undefined,
    { ...good, a: new Float32Array(1e6) },
    { ...good, rows: 1e9 },
    { ...good, inner: Number.NaN },
    { ...good, columns: "3" },
    { ...good, columnNames: Array(1000).fill("x") },
    { ...good, rowNames: ["x"] },
    { ...good, left: 7 },
    { ...good, pick: undefined },
    { ...good, pick: { row: 0, column: 7 } },
    { ...good, pick: { row: "__proto__", column: 0 } },
  ];
  for (const raw of bad) expect(() => readProduct(raw)).toThrow();
  const named = readProduct({ ...good, left: "<b>x</b>", columnNames: Array(3).fill("<i>x</i>") });
  const html = renderToString(<ProductView display={named} lang="en" />);
  expect(html).not.toContain("<b>x");
  expect(html).not.toContain("<i>x");
});
