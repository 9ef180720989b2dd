import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectFiles } from "../../src/notebook/carry/project.ts";
import { run } from "./install.ts";

/** A chapter as a reader takes it away from the built site, where it goes on without the book. */

const cell = "chapters/03-attention/cells/keys.ts";
const answer = "03-attention/exercises/causal";
let folder = "";

const book = (() => {
  const runtime = join(process.env["DIST"] ?? "dist", "runtime");
  const name = readdirSync(runtime).find((one) => /^project\..*\.json$/.test(one)) ?? "";
  return JSON.parse(readFileSync(join(runtime, name), "utf8")) as Record<string, string>;
})();
const textOf = (path: string): string => book[path]?.trimEnd() ?? "";

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function test(...words: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync("npm", ["test", ...words], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "humpty-project-"));
  const solved = textOf(`chapters/${answer}/solution.ts`);
  const base = textOf(`chapters/${answer}/starter.ts`);
  const files = projectFiles({
    ...{ book, lang: "en", address: "http://book/", chapter: "03-attention" },
    edit: (id) => (id === `${answer}/starter.ts` ? { text: solved, base, time: 1 } : undefined),
    takesBooks: () => false,
  });
  for (const [path, text] of Object.entries(files)) write(path, text);
  // No registry is asked: all is in it.
  run("npm", ["install", "--offline", "--cache", join(folder, "no-cache")], folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a chapter that was taken away", () => {
  it("passes its tests, which run every cell and look at the answers", () => {
    const { status, said } = test();
    expect(said).toContain(`✔ ${cell}`);
    expect(said).toContain(`✔ chapters/${answer}/starter.ts`);
    expect(said).toMatch(/exercises\/divide\/starter\.ts .*# not answered yet/);
    expect(said).toContain("fail 0");
    expect(status).toBe(0);
  });

  it("has cells that Node runs, one by one", () => {
    run(process.execPath, ["chapters/03-attention/cells/scores.ts"], folder);
    const shown = run(
      "npm",
      ["run", "-s", "show", "chapters/03-attention/cells/scores.ts"],
      folder,
    );
    expect(shown).toContain("Humpty: 2");
  });

  it("has types that an editor finds", () => {
    const tsc = fileURLToPath(new URL("../../node_modules/typescript/lib/tsc.js", import.meta.url));
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stdout).toBe("");
    write(
      "chapters/03-attention/cells/typo.ts",
      'import { tensr } from "@humpty/model";\ntensr([1]);\n',
    );
    const { stdout: said } = spawnSync(process.execPath, [tsc, "-p", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(said).toContain("typo.ts(1,10)");
  });

  it.each([
    ["throws", "\n\nthrow new Error('off the wall');", /keys\.ts:\d+:\d+ — Error: off the wall/],
    ["cannot be read", "\n\nconst = 1;", /keys\.ts:\d+ — SyntaxError/],
    [
      "imports what is not there",
      '\nimport { nobody } from "@humpty/model";',
      /keys\.ts:\d+ — SyntaxError/,
    ],
  ])("fails where a cell %s, and names the cell and its line", (_, more, said) => {
    const before = readFileSync(join(folder, cell), "utf8");
    write(cell, before.trimEnd() + more);
    const failed = test("cells/keys");
    write(cell, before);
    expect(failed.status).toBe(1);
    expect(failed.said).toMatch(said);
    const [, line] = /keys\.ts:(\d+)/.exec(failed.said) ?? [];
    expect(Number(line)).toBe((before.trimEnd() + more).split("\n").length);
  });

  it("fails where an answer is wrong, and tells what the page would tell", () => {
    const path = `chapters/${answer}/starter.ts`;
    const before = readFileSync(join(folder, path), "utf8");
    write(path, `${textOf(path)}\n// tried`);
    const { status, said } = test("causal");
    write(path, before);
    expect(status).toBe(1);
    expect(said).toContain("no longer hears");
  });

  it("says which Node it needs to one that is too old", () => {
    const old =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"22.17.0"}})';
    const { status, stderr } = spawnSync(process.execPath, ["--import", old, "test.mjs"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr).toContain("This is Node 22.17.0. The cells are TypeScript");
  });
});
