import { describe, expect, it } from "vitest";
import { type Life, type LifeEvent, plan, published, status, transition } from "./life.ts";
import type { ModuleId } from "./types.ts";
import { type Ingredients, ingredients } from "./version.ts";

const book: Ingredients = { keys: "1", scores: "1" };
const life = (more: Partial<Life> = {}): Life => ({ ...published(book, 10), ...more });
const finish = (made: Ingredients, failed = false): LifeEvent => ({
  type: "finish",
  made,
  failed,
  milliseconds: 20,
});

it("a cell that takes long is not quick for one run that was, or for one that failed", () => {
  const run = (before: Life, failed = false) =>
    transition({ ...before, now: "running" }, finish(book, failed)).milliseconds;
  expect(run(life({ milliseconds: 5000 }))).toBe(2500);
  expect(run(life({ milliseconds: 5000 }), true)).toBe(5000);
  expect(run(life({ milliseconds: 30 }))).toBe(20);
  expect(run(life({ milliseconds: 1 }))).toBe(20);
});

it("a result that came early is known as one until the cell begins again", () => {
  const early = transition(life({ now: "running" }), {
    ...{ type: "finish", made: book, failed: false, milliseconds: 20, early: 3 },
  });
  expect(early.early).toBe(3);
  expect(transition(early, { type: "queue" }).early).toBe(3);
  expect(transition(early, { type: "start" }).early).toBeUndefined();
});

describe("a cell's life", () => {
  const queue: LifeEvent = { type: "queue" };
  const start: LifeEvent = { type: "start" };
  const stop: LifeEvent = { type: "stop" };
  const edited = { ...book, scores: "2" };
  it.each<[string, LifeEvent[], Ingredients, unknown]>([
    ["untouched", [], book, { state: "published" }],
    ["edited", [], edited, { state: "edited", because: [{ module: "scores" }] }],
    ["edited back to the book's text", [], { ...book }, { state: "published" }],
    ["waiting for its turn", [queue], edited, { state: "queued" }],
    ["running", [queue, start], edited, { state: "running" }],
    ["run as it is", [queue, start, finish(edited)], edited, { state: "done" }],
    ["failed", [queue, start, finish(edited, true)], edited, { state: "failed" }],
    [
      "failed, then edited",
      [start, finish(edited, true)],
      { ...book, scores: "3" },
      { state: "edited", because: [{ module: "scores" }] },
    ],
    [
      "edited while it ran",
      [start, finish(edited)],
      { ...book, scores: "3" },
      { state: "edited", because: [{ module: "scores" }] },
    ],
    ["asked again while it runs", [start, queue], edited, { state: "running" }],
    ["stopped", [start, stop], edited, { state: "stopped" }],
    ["stopped, with a late result", [start, stop, finish(edited)], edited, { state: "stopped" }],
    [
      "stopped before its turn",
      [queue, stop],
      edited,
      { state: "edited", because: [{ module: "scores" }] },
    ],
    [
      "run again after Stop",
      [start, stop, queue, start, finish(edited)],
      edited,
      { state: "done" },
    ],
    [
      "below a changed cell",
      [],
      { ...book, keys: "2" },
      { state: "stale", because: [{ module: "keys" }] },
    ],
    [
      "with its control moved",
      [],
      { ...book, "scores?size": "4" },
      { state: "stale", because: [{ module: "scores", input: "size" }] },
    ],
    [
      "below a moved control",
      [],
      { ...book, "keys?n": "4" },
      { state: "stale", because: [{ module: "keys", input: "n" }] },
    ],
    [
      "importing a cell more",
      [start, finish(book)],
      { ...book, more: "1" },
      { state: "stale", because: [{ module: "more" }] },
    ],
  ])("%s", (_, events, now, expected) => {
    expect(status("scores", events.reduce(transition, life()), now)).toEqual(expected);
  });

  it("remembers nothing of an event that could not happen", () => {
    expect(transition(life(), finish(edited))).toEqual(life());
    expect(transition(life(), stop)).toEqual(life());
  });
});

describe("after a cell has run, what uses it", () => {
  // keys → scores → weights → output, and keys → picture
  const uses: Record<ModuleId, ModuleId[]> = {
    keys: [],
    scores: ["keys"],
    weights: ["scores"],
    output: ["weights"],
    picture: ["keys"],
    other: [],
  };
  const modules = new Map(
    Object.entries(uses).map(([id, of]) => [
      `a/cells/${id}`,
      {
        id: `a/cells/${id}`,
        imports: of.map((one) => ({
          specifier: `./${one}`,
          start: 0,
          end: 0,
          line: 1,
          column: 1,
          dynamic: false,
        })),
      },
    ]),
  );
  const full = (id: string): ModuleId => `a/cells/${id}`;

  /** The plan after `keys` changed and ran, with lives and texts that differ from the book's as told. */
  function planned(lives: Record<string, Partial<Life>> = {}, texts: Record<string, string> = {}) {
    const before = (id: ModuleId) =>
      ingredients(
        modules,
        id,
        () => "book",
        () => ({}),
      );
    const changed: Record<string, string> = { keys: "new", ...texts };
    const after = (id: ModuleId) =>
      ingredients(
        modules,
        id,
        (one) => changed[one.slice("a/cells/".length)] ?? "book",
        () => ({}),
      );
    const all = new Map(
      Object.keys(uses).map((id) => [
        full(id),
        { ...published(id === "keys" ? after(full(id)) : before(full(id)), 10), ...lives[id] },
      ]),
    );
    const { run, stale } = plan(modules, all, after, full("keys"));
    const short = (ids: ModuleId[]) => ids.map((id) => id.slice("a/cells/".length));
    return { run: short(run), stale: short(stale) };
  }

  it.each<[string, ReturnType<typeof planned>, ReturnType<typeof planned>]>([
    [
      "runs at once, in order, where all is cheap",
      planned(),
      { run: ["scores", "weights", "output", "picture"], stale: [] },
    ],
    [
      "turns stale where it is costly, with what needs it",
      planned({ weights: { milliseconds: 900 } }),
      { run: ["scores", "picture"], stale: ["weights", "output"] },
    ],
    [
      "counts 250 milliseconds as cheap",
      planned({ output: { milliseconds: 250 } }),
      { run: ["scores", "weights", "output", "picture"], stale: [] },
    ],
    [
      "waits where the reader is changing it",
      planned({}, { scores: "half-typed" }),
      { run: ["picture"], stale: ["scores", "weights", "output"] },
    ],
    [
      "waits where the reader stopped it",
      planned({ scores: { now: "stopped" } }),
      { run: ["picture"], stale: ["scores", "weights", "output"] },
    ],
    [
      "waits after a cell that failed",
      planned({ keys: { last: "failed" } }),
      { run: [], stale: ["scores", "weights", "output", "picture"] },
    ],
    ["stays as it is where nothing changed", planned({}, { keys: "book" }), { run: [], stale: [] }],
  ])("%s", (_, got, expected) => {
    expect(got).toEqual(expected);
  });
});
