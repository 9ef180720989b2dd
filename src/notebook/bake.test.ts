import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BakeOptions, bakeBook, bakeChapter } from "./bake.ts";
import { project } from "./book.ts";
import { checkExercises } from "./exercises.ts";

const fixtures = join(project, "src/notebook/fixtures/chapters");

/** A copy of the fixtures in the project's folder, so that cells find the packages there. */
let folder: string;
let options: Required<BakeOptions>;
beforeEach(() => {
  mkdirSync(join(project, ".cache"), { recursive: true });
  folder = mkdtempSync(join(project, ".cache/bake-test-"));
  cpSync(fixtures, join(folder, "chapters"), { recursive: true });
  options = {
    chapters: join(folder, "chapters"),
    cache: join(folder, "baked"),
    limit: 20_000,
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

const change = (id: string, from: string, to: string): void => {
  const file = join(options.chapters, id);
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};
const numbers = "01-first/cells/numbers.ts";
const doubled = "01-first/cells/doubled.ts";
const starter = "01-first/exercises/double/starter.ts";

describe("the baked book", () => {
  it("has each chapter's cells as the prose embeds them, after what they import, with their results", async () => {
    const [first, second] = await bakeBook(options);
    const solution = starter.replace("starter", "solution");
    expect(first?.cells.map(({ id }) => id)).toEqual([numbers, doubled, starter, solution]);
    expect(first?.cells[1]?.result).toMatchObject({
      log: [{ level: "log", text: "doubled [2, 4, 6]" }],
      outputs: [{ display: { kind: "value" } }, { display: { text: "The sum is 12." } }],
    });
    expect(first?.cells[2]).toMatchObject({
      check: "01-first/exercises/double/check.ts",
      result: { verdict: { solved: false, finding: { en: "Nothing is doubled yet." } } },
    });
    expect(first?.checks.map(({ id }) => id)).toEqual(["01-first/exercises/double/check.ts"]);
    expect(second?.cells.map(({ result }) => result.values)).toEqual([{ last: 6 }]);
  });

  it("has the names, sizes and sums of files that a reader will save, and not their bytes", async () => {
    change(
      doubled,
      "show(Float32Array",
      'show(files({ "a.bin": new Uint8Array(1e6) }));\nshow(Float32Array',
    );
    change(doubled, "import { show", "import { files, show");
    const [, cell] = (await bakeChapter("01-first", options)).cells;
    const [{ display } = {}] = cell?.result.outputs ?? [];
    expect(display).toEqual({
      kind: "files",
      archive: "files.zip",
      files: [{ name: "a.bin", size: 1e6, sum: expect.stringMatching(/^[0-9a-f]{8}$/) }],
    });
  });

  it("runs again what changed and what uses it, and nothing else", async () => {
    const timeOf = async (at: number): Promise<unknown> =>
      (await bakeChapter("01-first", options)).cells[at]?.result.milliseconds;
    const [before, after] = [await timeOf(0), await timeOf(1)];
    expect(await timeOf(0)).toBe(before);
    change(doubled, "n * 2", "2 * n");
    expect(await timeOf(0)).toBe(before);
    expect(await timeOf(1)).not.toBe(after);
    change(numbers, "[1, 2, 3]", "[1, 2, 4]");
    const [second] = (await bakeChapter("02-second", options)).cells;
    expect(second?.result.values).toEqual({ last: 8 });
  });

  it.each([
    [
      numbers,
      "numbers.length",
      "numbers.size()",
      /^chapters\/01-first\/cells\/numbers\.ts:4:30 — TypeError: /,
    ],
    [
      numbers,
      "export const count = numbers.length",
      "enum Count { A }",
      /cells\/numbers\.ts:4:1 — SyntaxError: enum Count/,
    ],
    [
      doubled,
      "./numbers.ts",
      "./number.ts",
      /cells\/doubled\.ts:2:25 — ImportError: .* did you mean "\.\/numbers\.ts"\?/,
    ],
    [
      doubled,
      "numbers }",
      "numbrs }",
      /cells\/doubled\.ts:2:10 — ImportError: .*no export named numbrs/,
    ],
    [doubled, "export default", "process.exit(1);", /cells\/doubled\.ts — ended the run/],
    [
      doubled,
      "export default",
      "setTimeout(() => { throw new Error('late') });\nawait new Promise((end) => setTimeout(end, 500));\nexport default",
      /^chapters\/01-first\/cells\/doubled\.ts:8:26 — late$/,
    ],
    [
      starter,
      "return n;",
      "return 2 * n;",
      /double\/starter\.ts — the starter passes its check already/,
    ],
  ])(
    "refuses a cell that fails, naming file, line and error: %s with %s → %s",
    async (id, from, to, line) => {
      change(id, from, to);
      const error = await bakeChapter("01-first", options).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      // What uses a cell that fails says nothing more.
      expect((error as Error).message.split("\n")[0]).toMatch(line);
    },
  );

  it("ends a cell that hangs", async () => {
    change(doubled, "export default", "while (true);");
    await expect(bakeChapter("01-first", { ...options, limit: 1000 })).rejects.toThrow(
      "chapters/01-first/cells/doubled.ts — ran longer than 1 seconds",
    );
  });
});

describe("exercises", () => {
  it("start unsolved, have a solution, and tell each mistake from the others", async () => {
    expect(await checkExercises(options)).toBe(4);
  });

  it.each([
    [
      "solution.ts",
      "2 * n",
      "3 * n",
      "solution.ts — the solution does not pass its check: Expected 10 and got 15.",
    ],
    ["mistakes/square.ts", "n * n", "n + n", "mistakes/square.ts — this mistake passes the check"],
    [
      "mistakes/square.ts",
      "n * n",
      "n + 2",
      "mistakes/square.ts — gets the same finding as 01-first/exercises/double/mistakes/plus-two.ts",
    ],
    ["check.ts", '"这是平方。"', '" "', "mistakes/square.ts — its finding is empty in zh"],
    ["check.ts", "export default", "export", "starter.ts — its check gave no verdict"],
  ])("are refused where they do not: %s with %s → %s", async (file, from, to, line) => {
    change(`01-first/exercises/double/${file}`, from, to);
    await expect(checkExercises(options)).rejects.toThrow(
      `chapters/01-first/exercises/double/${line}`,
    );
  });
});
