// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { hueOf, linesOf, most, pieces, piecesToText, readPieces } from "./pieces.ts";
import { PiecesView } from "./View.tsx";

const rhyme = () =>
  pieces(
    [
      { text: "Hum", id: 300, from: ["H", "um"], mark: true },
      { text: "pty", id: 301 },
      { text: " sat", id: 302, column: [0.5, -1] },
      { text: "\n", id: 10 },
      { text: "pty", id: 301 },
    ],
    { title: "cut" },
  );

afterEach(() => document.body.replaceChildren());

test("as plain text: a line of pieces for each line of the text", () => {
  expect(piecesToText(rhyme())).toBe(
    ["cut", "Hum #300 | pty #301 | ␣sat #302 (0.50, −1) | ⏎ #10", "pty #301"].join("\n"),
  );
  expect(piecesToText(pieces(["a", ""]))).toBe("a | ∅");
});

test("equal pieces have equal colors, single characters have none, and lines end where the text's do", () => {
  const { pieces: list } = rhyme();
  expect(list.map(hueOf)).toEqual([0, 1, 2, undefined, 1]);
  expect(hueOf({ text: "um" })).toBe(hueOf({ text: "um" }));
  expect(hueOf({ text: "🥚" })).toBeUndefined();
  expect(hueOf({ text: "um", id: Number.NaN })).toBe(0);
  expect(linesOf(rhyme()).map((line) => line.length)).toEqual([4, 1]);
  const html = renderToString(<PiecesView display={rhyme()} lang="en" />);
  expect(html.match(/data-hue="1"/g)).toHaveLength(2);
  expect(html.match(/<ol/g)).toHaveLength(2);
  expect(html.match(/marked/g)).toHaveLength(1);
  expect(html).toContain('data-level="-10"');
  expect(html).not.toContain("style=");
  expect(renderToString(<PiecesView display={rhyme()} lang="zh" />)).toContain("切成 5 块");
});

test("a piece that is pointed at tells what it is; the arrow keys go on to the next", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  const draw = () => act(() => render(<PiecesView display={rhyme()} lang="en" />, root));
  const reading = () => root.querySelector(".d-pieces-reading")?.textContent;
  await draw();
  expect(reading()).toContain("Point at a piece");
  const first = root.querySelector<HTMLElement>('[data-at="0"]');
  await act(() => first?.focus());
  expect(reading()).toBe("“Hum” is number 300, made from “H” + “um”, it stands here once.");
  await act(() => {
    first?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  });
  expect(reading()).toBe("“pty” is number 301, it stands here 2 times.");
  expect(root.querySelectorAll(".now")).toHaveLength(2);
  expect(root.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  await draw(); // a new run
  expect(reading()).toContain("Point at a piece");
});

test("what is more than can be drawn is left out, and said", () => {
  const long = pieces(Array(most.pieces + 7).fill("a"));
  expect(long.pieces).toHaveLength(most.pieces);
  expect(renderToString(<PiecesView display={long} lang="en" />)).toContain("… 7 more");
});

test("hostile data is refused or bounded, hostile text is only text", () => {
  const good = rhyme();
  expect(readPieces(structuredClone(good))).toEqual(good);
  const bad: unknown[] = [
    undefined,
    { ...good, pieces: "a" },
    { ...good, pieces: [{ text: 5 }] },
    { ...good, pieces: [{ text: "a", id: "1" }] },
    { ...good, pieces: [{ text: "a", from: "b" }] },
    { ...good, pieces: [{ text: "a", column: ["b"] }] },
  ];
  for (const raw of bad) expect(() => readPieces(raw)).toThrow();
  const many = {
    ...good,
    pieces: Array(9999).fill({ text: "<b>x</b>".repeat(99), column: Array(999).fill(1) }),
  };
  const read = readPieces(many);
  expect(read.pieces).toHaveLength(most.pieces);
  expect(read.pieces[0]?.column).toHaveLength(most.column);
  expect(renderToString(<PiecesView display={read} lang="en" />)).not.toContain("<b>x");
});
