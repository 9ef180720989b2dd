import { expect, it } from "vitest";
import * as reader from "../../display/read.ts";
import { listen } from "./listen.ts";

const empty = { outputs: [], log: [], values: {}, milliseconds: 0 };
const text = (words: string) => ({ display: { kind: "text", text: words } });

function setUp() {
  const told: string[] = [];
  const heard = listen(
    [{ id: "a" }, { id: "b" }],
    {
      start: (id) => told.push(`start ${id}`),
      show: (id) => told.push(`show ${id}`),
      progress: (id, done, total) => told.push(`progress ${id} ${done}/${total}`),
      result: (id, { error }) => told.push(`result ${id} ${error?.message ?? "fine"}`),
    },
    { crashed: "too much" },
    () => reader,
  );
  return { told, heard };
}

it("tells what an honest worker says, up to its word that the run is done", () => {
  const { told, heard } = setUp();
  heard.hear({ type: "start", id: "a" });
  heard.hear({ type: "progress", id: "a", done: 1, total: 2 });
  heard.hear({ type: "show", id: "a", output: text("x") });
  expect(heard.under()?.outputs).toHaveLength(1);
  heard.hear({ type: "result", id: "a", result: empty });
  expect(heard.hear({ type: "done" })).toBe(true);
  expect(told).toEqual(["start a", "progress a 1/2", "show a", "result a fine"]);
});

it("does not tell of modules that were not asked for, nor of a second result", () => {
  const { told, heard } = setUp();
  heard.hear({ type: "result", id: "c", result: empty });
  heard.hear({ type: "start", id: "__proto__" });
  heard.hear({ type: "result", id: "a", result: empty });
  heard.hear({ type: "result", id: "a", result: empty });
  heard.hear({ type: "start", id: "a" });
  // Nothing is shown by a module that is not under way.
  heard.hear({ type: "show", id: "b", output: text("x") });
  expect(told).toEqual(["result a fine"]);
});

it("gives an error for what is no result, and passes over all else that is malformed", () => {
  const { told, heard } = setUp();
  for (const odd of [null, 1, "done", [], {}, { type: {} }, { type: "show", id: "a" }])
    expect(heard.hear(odd)).toBe(false);
  heard.hear({ type: "start", id: "a" });
  heard.hear({ type: "show", id: "a", output: { display: { kind: "html" } } });
  heard.hear({ type: "progress", id: "a", done: Number.NaN, total: {} });
  heard.hear({ type: "result", id: "a", result: { outputs: "none" } });
  expect(told[0]).toBe("start a");
  expect(told[1]).toMatch(/^result a (?!fine)/);
  expect(told).toHaveLength(2);
});

it("tells in the reader's words that there is no memory left", () => {
  const { told, heard } = setUp();
  const error = { name: "OutOfMemory", message: "no", module: "a", line: 3 };
  heard.hear({ type: "result", id: "a", result: { ...empty, error } });
  expect(told).toEqual(["result a too much"]);
});
