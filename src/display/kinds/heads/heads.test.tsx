// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { heads, headsToText, isCausal, loudest, most, readHeads } from "./heads.ts";
import { HeadsView } from "./View.tsx";

const weights = (...list: number[]) => ({ shape: [2, 2, 2], data: Float32Array.from(list) });
const causal = weights(1, 0, 0.25, 0.75, 1, 0, 0.9, 0.1);
const two = () => heads(causal, ["sat", "on"], { title: "two heads" });

afterEach(() => document.body.replaceChildren());

test("as plain text: whom the last token hears in each head", () => {
  expect(headsToText(two())).toBe(
    [
      "two heads",
      "sat on",
      "head 1: “on” hears on 0.75, sat 0.25",
      "head 2: “on” hears sat 0.90, on 0.10",
    ].join("\n"),
  );
});

test("later tokens are left out where no token hears a later one", () => {
  expect(isCausal(two())).toBe(true);
  expect(loudest(two(), 0, 0)).toEqual([{ place: 0, weight: 1 }]);
  const all = heads(weights(0.5, 0.5, 0.5, 0.5, 1, 0, 0, 1), ["a", "b"]);
  expect(isCausal(all)).toBe(false);
  expect(loudest(all, 0, 0)).toHaveLength(2);
});

test("has a labelled drawing for each head, and no inline styles", () => {
  const html = renderToString(<HeadsView display={two()} lang="en" />);
  expect(html.match(/class="d-heads-square"/g)).toHaveLength(2);
  expect(html).toContain("head 1: a triangle of 2 rows");
  expect(html).toContain("All its weights as a table");
  expect(html).not.toContain("style=");
  expect(renderToString(<HeadsView display={two()} lang="zh" />)).toContain("谁在提问？");
});

test("another token may ask, by pointer and by keyboard; a new run starts anew", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  await act(() => render(<HeadsView display={two()} lang="en" />, root));
  const asks = () => root.querySelector('[aria-checked="true"]')?.textContent;
  const heard = () => root.querySelector(".d-heads-heard")?.textContent;
  expect([asks(), heard()]).toEqual(["on", "on0.75sat0.25"]);
  await act(() => root.querySelector<HTMLElement>('[role="radio"]')?.click());
  expect([asks(), heard()]).toEqual(["sat", "sat1.00"]);
  const press = (key: string) =>
    act(() => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true });
      root.querySelector(".d-heads-tokens")?.dispatchEvent(event);
    });
  await press("ArrowRight");
  expect(asks()).toBe("on");
  await press("Home");
  expect(asks()).toBe("sat");
  await act(() => render(<HeadsView display={two()} lang="en" />, root));
  expect(asks()).toBe("on");
});

test("what does not fit is refused, with both sizes", () => {
  expect(() => heads({ shape: [2, 2], data: new Float32Array(4) }, ["a", "b"])).toThrow(
    "needs weights [heads, time, time], got the shape [2, 2]",
  );
  expect(() => heads(causal, ["a"])).toThrow("1 tokens for 2 rows");
  expect(() => heads(causal, ["a", "b"], { names: ["one"] })).toThrow("1 names for 2 heads");
  expect(() => heads(causal, ["a", "b"], { pick: 2 })).toThrow("there is no token 2");
  const many = most.heads + 1;
  expect(() => heads({ shape: [many, 1, 1], data: new Float32Array(many) }, ["a"])).toThrow(
    `1 to ${most.heads} heads`,
  );
});

test("hostile data is refused or bounded, hostile names are only text", () => {
  const good = two();
  expect(readHeads(structuredClone(good))).toEqual(good);
  const bad: unknown[] = [
    undefined,
    { ...good, weights: "many" },
    { ...good, weights: new Float32Array(1e6) },
    { ...good, weights: new Float32Array(3) },
    { ...good, tokens: Array(1000).fill("a") },
    { ...good, names: Array(1000).fill("a") },
    { ...good, names: [1, 2] },
    { ...good, pick: 0.5 },
    { ...good, pick: -1 },
  ];
  for (const raw of bad) expect(() => readHeads(raw)).toThrow();
  const named = readHeads({ ...good, tokens: ["<b>x</b>".repeat(99), "on"], names: ["<i>", "b"] });
  const html = renderToString(<HeadsView display={named} lang="en" />);
  expect(html).not.toContain("<b>x");
  expect(html).not.toContain("<i>");
});
