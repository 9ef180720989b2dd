// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { layout } from "./layout.ts";
import { brief, chance } from "./reading.ts";
import { type BranchParts, most, readTree, tree, treeToText } from "./tree.ts";
import { TreeView, thickness } from "./View.tsx";

/** “humpty d” and what may follow it; `m` is the chance of an m after u. */
const parts = (m = 0.45): BranchParts => ({
  token: "humpty d",
  children: [
    {
      token: "u",
      probability: 0.5,
      mark: "chosen",
      children: [
        { token: "m", probability: m, mark: "chosen" },
        { token: " ", probability: 0.002, mark: "dropped" },
      ],
    },
    { token: "a", probability: 0.25 },
  ],
});

const place = () => document.body.appendChild(document.createElement("div"));
const branch = (root: Element, id: string) =>
  root.querySelector<SVGGElement>(`[data-branch="${id}"]`);
const reading = (root: Element) => root.querySelector(".d-tree-reading")?.textContent;

afterEach(() => document.body.replaceChildren());

test("chances keep two digits that say something", () => {
  expect([0, 1, 0.5, 0.0281, 0.000593, 2.8e-9].map(chance)).toEqual([
    ..."0 1.00 0.50 0.028 0.00059 2.8e−9".split(" "),
  ]);
  expect([0, 0.004, 0.006, 1].map(brief)).toEqual(["0.00", "<.01", "0.01", "1.00"]);
});

test("as plain text: a line for each branch, with the chance of the whole", () => {
  expect(treeToText(tree(parts(), { title: "after “d”" }))).toBe(
    [
      "after “d”",
      '"humpty d"',
      '  "u" 0.50 chosen',
      '    "m" 0.45 ("humpty dum" 0.23) chosen',
      '    " " 0.002 ("humpty du " 0.001) dropped',
      '  "a" 0.25',
    ].join("\n"),
  );
});

test("the drawing has a box for every branch, shows spaces, and has no inline styles", () => {
  const html = renderToString(<TreeView display={tree(parts())} lang="en" />);
  for (const id of ["0", "0.0", "0.0.0", "0.0.1", "0.1"])
    expect(html).toContain(`data-branch="${id}"`);
  expect(html).toContain(">·</text>");
  expect(html).toContain("&lt;.01");
  expect(html).toContain("“humpty da” is the likeliest, at 0.25");
  expect(html).not.toContain("style=");
});

test("lines are as thick as their branch is likely; children lie beside each other in rows of their own", () => {
  expect(thickness(0.5)).toBe(4);
  const { leaves, width } = layout(tree(parts()).root);
  const at = new Map(leaves.map((leaf) => [leaf.id, leaf]));
  const ends = ["0.0.0", "0.0.1", "0.1"].map((id) => at.get(id)?.y ?? Number.NaN);
  expect(ends[1]).toBeGreaterThan((ends[0] ?? 0) + 36);
  expect(ends[2]).toBeGreaterThan((ends[1] ?? 0) + 36);
  expect(at.get("0.0")?.y).toBe(((ends[0] ?? 0) + (ends[1] ?? 0)) / 2);
  expect(at.get("0.0")?.x).toBe(at.get("0.1")?.x);
  expect(width).toBeLessThan(300);
});

test("a focused branch tells the product of its way; arrow keys move along the tree", async () => {
  const root = place();
  await act(() => render(<TreeView display={tree(parts())} lang="en" />, root));
  expect(reading(root)).toContain("Point at a box");
  await act(() => branch(root, "0.0.0")?.focus());
  expect(reading(root)).toBe("“humpty dum”: 0.50 × 0.45 = 0.23 (chosen)");
  expect(branch(root, "0.0")?.getAttribute("class")).toContain("way");
  expect(branch(root, "0.1")?.getAttribute("class")).not.toContain("way");
  const press = (key: string) =>
    act(() => {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    });
  await press("ArrowDown");
  expect(reading(root)).toContain("“humpty du ”: 0.50 × 0.002 = 0.001");
  await press("ArrowLeft");
  expect(reading(root)).toContain("“humpty du”: 0.50");
  await press("ArrowRight");
  expect(reading(root)).toContain("humpty dum");
  await press("Home");
  expect(reading(root)).toContain("where it begins");
  expect(root.querySelectorAll("g[tabindex='0']")).toHaveLength(1);
  await press("Escape");
  expect(reading(root)).toContain("Point at a box");
});

test("changed chances change numbers and what is read, on the same nodes", async () => {
  const root = place();
  await act(() => render(<TreeView display={tree(parts())} lang="en" />, root));
  await act(() => branch(root, "0.0.0")?.focus());
  const before = [...root.querySelectorAll("svg *")];
  await act(() => render(<TreeView display={tree(parts(0.9))} lang="en" />, root));
  expect([...root.querySelectorAll("svg *")]).toEqual(before);
  expect(reading(root)).toContain("0.50 × 0.90 = 0.45");
  expect(document.activeElement).toBe(branch(root, "0.0.0"));
});

test("a probability that is none is refused", () => {
  expect(() => tree({ token: "a", children: [{ token: "b", probability: 1.5 }] })).toThrow(
    'tree: the probability of "b" must lie between 0 and 1, got 1.5',
  );
  expect(() => tree({ token: "a", probability: Number.NaN })).toThrow("got NaN");
});

test("what is more than can be drawn is left out, and said", () => {
  const children = Array.from({ length: 100 }, (_, i) => ({ token: `${i}`, probability: 0.01 }));
  const display = tree({ token: "a", children });
  expect(display.root.children).toHaveLength(most.leaves);
  expect(display.more).toBe(100 - most.leaves);
  expect(renderToString(<TreeView display={display} lang="en" />)).toContain("… 52 more");
});

test("hostile data is refused or bounded, hostile tokens are only text", () => {
  const good = tree(parts());
  expect(readTree(structuredClone(good))).toEqual(good);
  const full = tree({ token: "a", children: Array(100).fill({ token: "b", probability: 0.01 }) });
  expect(readTree(structuredClone(full))).toEqual(full);
  const bad: unknown[] = [
    undefined,
    { ...good, root: undefined },
    { ...good, root: { token: 1, children: [] } },
    { ...good, root: { token: "a", probability: "1", children: [] } },
    { ...good, root: { token: "a", probability: 7, children: [] } },
    { ...good, root: { token: "a", children: { length: 3 } } },
  ];
  for (const raw of bad) expect(() => readTree(raw)).toThrow("tree");
  const endless: BranchParts & { children: BranchParts[] } = { token: "<b>x</b>", children: [] };
  endless.children.push(endless, endless);
  const html = renderToString(<TreeView display={readTree({ root: endless })} lang="zh" />);
  expect(html).not.toContain("<b>x");
  expect(html.length).toBeLessThan(200_000);
});

test("only the way that leads to a branch stays bright, not its neighbor of a like number", async () => {
  const root = place();
  const children = Array.from({ length: 11 }, (_, i) => ({ token: `${i}`, probability: 0.05 }));
  await act(() => render(<TreeView display={tree({ token: "a", children })} lang="en" />, root));
  await act(() => branch(root, "0.10")?.focus());
  expect([...root.querySelectorAll(".way")].map((one) => one.getAttribute("data-branch"))).toEqual([
    "0",
  ]);
});
