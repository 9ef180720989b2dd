// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, describe, expect, test, vi } from "vitest";
import { branch, type Host, setHost, written } from "../../index.ts";
import { DisplayView } from "../../views.tsx";
import { withValue } from "../input/input.ts";
import { most, readBranch, readWritten, writtenToText } from "./written.ts";

const go = { id: 40, text: " go", probability: 0.5 };
const compare = { id: 12, text: " compare", probability: 0.25 };
const thee = { id: 7, text: " thee", probability: 0.75, others: [{ ...go, probability: 0.2 }] };
const end = { id: 3, text: "?\nThou", probability: 1 };
const parts = { prompt: ["Shall", " I"], tokens: [{ ...compare, others: [go] }, thee, end] };
const make = (taken = 0) => written("writing", { ...parts, taken });

afterEach(() => {
  document.body.replaceChildren();
  setHost();
});

test("as plain text: the text", () => {
  expect(writtenToText(make())).toBe("Shall I compare thee?\nThou");
  const titled = written("w", { ...parts, title: "sonnet", prompt: "Shall we" });
  expect(writtenToText(titled)).toBe("sonnet\nShall we compare thee?\nThou");
});

test("at build the text stands as it is, without inline styles, in both languages", () => {
  const html = renderToString(<DisplayView display={make()} lang="en" />);
  document.body.innerHTML = html;
  const shown = document.querySelector(".d-written-text")?.textContent;
  expect(shown).toBe("Shall I compare thee?⏎\nThou");
  expect(html).not.toContain("style=");
  expect(html).toContain("What could stand there");
  const chinese = renderToString(<DisplayView display={make(2)} lang="zh" />);
  for (const word of ["选择一个词元", "你选的", "保留的", "从头再来", "选它"])
    expect(chinese).toContain(word);
});

test("a model that wrote nothing shows its prompt, and no room for what could stand", () => {
  const html = renderToString(
    <DisplayView display={written("w", { prompt: "Shall I", tokens: [] })} lang="en" />,
  );
  expect(html).toContain("Shall I");
  expect(html).not.toContain("stand");
});

describe("in the page", () => {
  const root = () => document.body.firstElementChild as HTMLElement;
  const draw = (display = make(), inputs = {}) => {
    const input = vi.fn();
    if (!document.body.firstElementChild) document.body.append(document.createElement("div"));
    const actions = { input, follow: vi.fn() };
    const view = <DisplayView {...{ display, actions, inputs }} lang="en" />;
    return act(() => render(view, root())).then(() => input);
  };
  const all = (selector: string) => [...root().querySelectorAll<HTMLElement>(selector)];
  const chosen = () => all('[aria-checked="true"]').map((one) => one.textContent);
  const rows = () => all(".d-written-candidates li:not(.room)").map((one) => one.textContent);
  const click = (selector: string) => act(() => all(selector)[0]?.click());
  const press = (key: string) =>
    act(() => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true });
      document.activeElement?.dispatchEvent(event);
    });

  test("a token that is clicked tells what could have stood there, the most probable first", async () => {
    await draw();
    expect(chosen()).toEqual([" compare"]);
    expect(rows()).toEqual(["␣go0.500take", "␣compare0.250in the text", "all others0.250"]);
    await click('[data-at="1"]');
    expect(chosen()).toEqual([" thee"]);
    expect(rows()).toEqual(["␣thee0.750in the text", "␣go0.200take", "all others0.050"]);
    await click('[data-at="2"]');
    expect(rows()).toEqual(["?⏎Thou1.000in the text"]);
  });

  test("whatever is chosen, what is below has as much room", async () => {
    await draw();
    for (const at of [0, 1, 2]) {
      await click(`[data-at="${at}"]`);
      expect(all(".d-written-candidates li")).toHaveLength(3);
    }
  });

  test("arrow keys go from token to token; one of them can be reached by Tab", async () => {
    await draw();
    const reached = () => all('[role="radio"][tabindex="0"]').map((one) => one.textContent);
    all('[data-at="0"]')[0]?.focus();
    await press("ArrowRight");
    expect([chosen(), reached()]).toEqual([[" thee"], [" thee"]]);
    expect(document.activeElement?.getAttribute("aria-label")).toBe("thee, 0.750");
    await press("End");
    await press("ArrowRight");
    expect(document.activeElement?.getAttribute("data-at")).toBe("2");
    await press("Home");
    await press("ArrowLeft");
    expect(chosen()).toEqual([" compare"]);
    await press("x");
    expect(chosen()).toEqual([" compare"]);
  });

  test("taking an alternative asks for the text up to there, and it; the focus stays in its place", async () => {
    const input = await draw();
    await click(".d-written-candidates button");
    expect(input).toHaveBeenLastCalledWith("writing", "40");
    await click('[data-at="1"]');
    await click(".d-written-candidates button");
    expect(input).toHaveBeenLastCalledWith("writing", "12,40");
    expect(document.activeElement?.getAttribute("data-at")).toBe("1");
  });

  test("what the branch fixed is marked, and its end apart; the beginning is a click away", async () => {
    const input = await draw(make(2), { writing: "12,7" });
    expect(all(".d-written-text .kept").map((one) => one.textContent)).toEqual([" compare"]);
    expect(all(".d-written-text .new").map((one) => one.textContent)).toEqual([" thee"]);
    expect(chosen()).toEqual([" thee"]);
    expect(all('[data-at="1"]')[0]?.getAttribute("aria-label")).toBe("thee, 0.750, your choice");
    await click(".d-written-again");
    expect(input).toHaveBeenLastCalledWith("writing", undefined);
  });

  test("there is a way back also while an older text is shown, and none where there is no branch", async () => {
    await draw(make(), { writing: "12,7" });
    expect(all(".d-written-again")).toHaveLength(1);
    await draw(make(), { writing: "" });
    expect(all(".d-written-again")).toHaveLength(0);
    await draw(make());
    expect(all(".d-written-again")).toHaveLength(0);
  });

  test("a new run starts where its branch ends", async () => {
    await draw();
    await click('[data-at="2"]');
    await draw(make());
    expect(chosen()).toEqual([" compare"]);
    await draw(make(2));
    expect(chosen()).toEqual([" thee"]);
  });

  test("tokens without letters have names, and a line's end is seen", async () => {
    const tokens = [" ", "\n", ""].map((text, id) => ({ id, text, probability: 0.1 }));
    await draw(written("w", { tokens }));
    const names = all('[role="radio"]').map((one) => one.getAttribute("aria-label"));
    expect(names).toEqual(["space, 0.100", "line break, 0.100", "empty token, 0.100"]);
    expect(all('[data-at="1"]')[0]?.textContent).toBe("⏎\n");
  });

  test("a branch has an end: behind it nothing can be taken", async () => {
    const tokens = Array.from({ length: most.taken + 1 }, () => ({ ...compare, others: [go] }));
    await draw(written("w", { tokens }));
    await click(`[data-at="${most.taken - 1}"]`);
    expect(all(".d-written-candidates button")).toHaveLength(1);
    await click(`[data-at="${most.taken}"]`);
    expect(all(".d-written-candidates button")).toHaveLength(0);
  });
});

describe("a branch", () => {
  const withKept = (kept: unknown) =>
    setHost({
      show: () => {
        throw new Error("a branch has no control of its own");
      },
      input: (input) => withValue(input, kept),
    } satisfies Partial<Host> as unknown as Host);

  test("is none by itself, and else the ids that were taken", () => {
    expect(branch("writing")).toEqual([]);
    withKept("12,511,40");
    expect(branch("writing")).toEqual([12, 511, 40]);
  });

  test("of an id that is not in the vocabulary is none", () => {
    withKept("12,511");
    expect(branch("writing", { vocabulary: 512 })).toEqual([12, 511]);
    expect(branch("writing", { vocabulary: 511 })).toEqual([]);
  });

  test.each([
    "",
    ",",
    "1,",
    "1,,2",
    "-1",
    "1.5",
    "1e3",
    " 1",
    "NaN",
    "9999999999",
    "x",
    "1\n",
    5,
    true,
    null,
    undefined,
    ["1"],
    Array(most.taken + 1)
      .fill(1)
      .join(","),
  ])("is none when what is kept is %j", (kept) => {
    expect(readBranch(kept)).toEqual([]);
    withKept(kept);
    expect(branch("writing")).toEqual([]);
  });

  test("of the longest kind is kept whole", () => {
    const ids = Array.from({ length: most.taken }, () => 999_999_999);
    withKept(ids.join(","));
    expect(branch("writing")).toEqual(ids);
  });

  test("and its text have the same name, however long", () => {
    const name = `after ${"x".repeat(999)}`;
    const asked = vi.fn<Host["input"]>((input) => input);
    setHost({ input: asked } satisfies Partial<Host> as unknown as Host);
    branch(name);
    const asks = asked.mock.lastCall?.[0].name;
    expect(asks).toHaveLength(200);
    expect(asks).toBe(written(name, { tokens: [] }).name);
  });
});

test("what does not fit is refused, with its place", () => {
  const one = (token: object) => () => written("w", { tokens: [{ ...compare, ...token }] });
  expect(one({ probability: -2.3 })).toThrow(
    "written: tokens[0]: expected a probability from 0 to 1, got -2.3",
  );
  expect(one({ id: 1.5 })).toThrow("written: tokens[0]: expected the id of a token, got 1.5");
  expect(one({ others: [{ ...go, id: undefined }] })).toThrow("written: tokens[0]: others[0]");
});

test("a token is not its own alternative, and a softmax may round", () => {
  const { tokens } = written("w", {
    tokens: [{ ...compare, probability: 1.000001, others: [compare, go] }],
  });
  expect(tokens).toEqual([{ ...compare, probability: 1, others: [go] }]);
});

test("hostile data is refused or bounded, hostile names are only text", () => {
  const good = make(2);
  expect(readWritten(structuredClone(good))).toEqual(good);
  const bad: unknown[] = [
    undefined,
    { ...good, name: 5 },
    { ...good, prompt: ["a"] },
    { ...good, tokens: "many" },
    { ...good, tokens: [null] },
    { ...good, tokens: [{ ...end, others: undefined }] },
    { ...good, taken: -1 },
    { ...good, taken: Number.NaN },
    ...[Number.NaN, Number.POSITIVE_INFINITY, -0.1, 1.1, "1", undefined].map((probability) => ({
      ...good,
      tokens: [{ ...compare, probability, others: [] }],
    })),
    ...[-1, 0.5, 1e9, "1", { toString: () => "1" }].map((id) => ({
      ...good,
      tokens: [{ ...compare, id, others: [] }],
    })),
  ];
  for (const raw of bad) expect(() => readWritten(raw)).toThrow();
  const text = "<b>x</b>".repeat(999);
  const others = Array.from({ length: 999 }, (_, id) => ({ id: id + 100, text, probability: 0 }));
  const tokens = Array.from({ length: 999 }, (_, id) => ({ id, text, probability: 0.5, others }));
  const read = readWritten({ ...good, name: text, title: text, prompt: text, tokens, taken: 1e6 });
  expect([read.tokens.length, read.taken]).toEqual([most.tokens, most.tokens]);
  expect(read.tokens[0]?.others).toHaveLength(most.others);
  expect(JSON.stringify(read).length).toBeLessThan(1e6);
  const html = renderToString(<DisplayView display={read} lang="en" />);
  expect(html).not.toContain("<b>");
});

test("what is more than can be drawn is left out, and said", () => {
  const long = written("w", { tokens: Array(most.tokens + 5).fill(compare) });
  expect(writtenToText(long)).toMatch(/… 5 more$/);
  expect(renderToString(<DisplayView display={long} lang="en" />)).toContain("… 5 more");
});
