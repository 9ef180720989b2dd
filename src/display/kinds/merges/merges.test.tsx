// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { wall } from "./layout.ts";
import { type JoinedParts, merges, mergesToText, most, readMerges } from "./merges.ts";
import { MergesView } from "./View.tsx";

const letters = (text: string): JoinedParts[] => [...text].map((one) => ({ text: one }));
const join = (a: JoinedParts, b: JoinedParts, step: number, count = 2): JoinedParts => ({
  ...{ text: a.text + b.text, from: [a, b] as const, step, count },
});
const [m, p, t, y] = letters("mpty") as [JoinedParts, JoinedParts, JoinedParts, JoinedParts];
const mpty = join(join(m, p, 2, 9), join(t, y, 3), 5);
const two = () => merges([[{ text: "u" }, { ...mpty, mark: true }], letters(" a")]);

afterEach(() => document.body.replaceChildren());

test("as plain text: what each token was joined from, and by which step", () => {
  expect(mergesToText(two())).toBe("u | ((m p)#2 (t y)#3)#5\n␣ | a");
});

test("a joined piece lies over its two, one level higher than the higher of them", () => {
  const { bricks, width } = wall([{ text: "u" }, join(mpty, { text: "s" }, 8) as never], 0);
  const at = (id: string) => bricks.find((brick) => brick.id === id);
  const [whole, part, last] = [at("0.1"), at("0.1.0"), at("0.1.1")];
  expect(bricks.map(({ level }) => level)).toEqual([0, 3, 2, 1, 0, 0, 1, 0, 0, 0]);
  expect(whole?.x).toBe(part?.x);
  expect((whole?.x ?? 0) + (whole?.width ?? 0)).toBe((last?.x ?? 0) + (last?.width ?? 0));
  expect(whole?.y).toBeLessThan(part?.y ?? 0);
  expect(width).toBe((whole?.x ?? 0) + (whole?.width ?? 0) + 1);
});

test("draws a brick for each piece, marks what is new, and has no inline styles", () => {
  const html = renderToString(<MergesView display={two()} lang="en" />);
  expect(html.match(/data-brick/g)).toHaveLength(10);
  expect(html.match(/marked/g)).toHaveLength(1);
  expect(html.match(/<svg/g)).toHaveLength(2);
  expect(html).toContain('aria-label="u | mpty"');
  expect(html).toContain("2 words");
  expect(html).not.toContain("style=");
  expect(renderToString(<MergesView display={two()} lang="zh" />)).toContain("2 个词");
});

test("a brick that is focused tells what it was made from; arrow keys climb and descend", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  await act(() => render(<MergesView display={two()} lang="en" />, root));
  const reading = () => root.querySelector(".d-merges-reading")?.textContent;
  const press = (key: string) =>
    act(() => {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    });
  expect(reading()).toContain("Point at a piece");
  expect(root.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  await act(() => root.querySelector<SVGGElement>('[data-brick="0.1"]')?.focus());
  expect(reading()).toBe("“mpty” = “mp” + “ty”, merge 5; the two stood side by side 2 times.");
  expect(root.querySelectorAll(".from")).toHaveLength(2);
  await press("ArrowDown");
  expect(reading()).toBe("“mp” = “m” + “p”, merge 2; the two stood side by side 9 times.");
  await press("ArrowDown");
  expect(reading()).toBe("“m” was there from the beginning.");
  await press("ArrowUp");
  await press("ArrowUp");
  expect(reading()).toContain("“mpty”");
  await press("ArrowLeft");
  expect(reading()).toBe("“u” was there from the beginning.");
});

test("what is too long or too much is left out, and said", () => {
  const long = merges([letters("x".repeat(most.letters + 1)), letters("ok"), []]);
  expect(long.words).toHaveLength(1);
  expect(long.more).toBe(2);
  expect(renderToString(<MergesView display={long} lang="en" />)).toContain("… 2 more");
  expect(merges(Array(99).fill(letters("a"))).words).toHaveLength(most.words);
  const loop: { text: string; from?: [JoinedParts, JoinedParts] } = { text: "a" };
  loop.from = [loop, loop];
  expect(merges([[loop]]).words).toHaveLength(0);
});

test("hostile data is refused or bounded, hostile text is only text", () => {
  const good = two();
  expect(readMerges(structuredClone(good))).toEqual(good);
  const loop: Record<string, unknown> = { text: "a" };
  loop["from"] = [loop, loop];
  const word = (piece: unknown) => ({ ...good, words: [[piece]] });
  const bad: unknown[] = [
    undefined,
    { ...good, words: "a" },
    { ...good, words: [[]] },
    { ...good, words: [[...letters("x".repeat(most.letters - 1)), join(m, p, 1)]] },
    word({ text: 5 }),
    word({ text: "a", step: "1" }),
    word({ text: "a", from: [{ text: "b" }] }),
    word({ text: "a", from: "bc" }),
    word(loop),
  ];
  for (const raw of bad) expect(() => readMerges(raw)).toThrow();
  const many = { ...good, words: Array(9999).fill(letters("<b>x</b>")) };
  const read = readMerges(many);
  expect(read.words).toHaveLength(most.words);
  const named = readMerges(word({ text: "<b>x</b>".repeat(99) }));
  expect(renderToString(<MergesView display={named} lang="en" />)).not.toContain("<b>x");
});
