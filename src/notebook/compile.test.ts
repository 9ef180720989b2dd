import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { describe, expect, it } from "vitest";
import { CompileError, compile } from "./compile.ts";

const id = "03-attention/cells/scores.ts";
const root = new URL("../../", import.meta.url).pathname;

/** Code without comments, separators and the size of gaps: what two strippers may differ in. */
const bare = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|;/g, " ").replace(/\s+/g, " ");

describe("compile", () => {
  it.each([
    "const a: number = 1;\nexport default a as number;",
    "import type { A } from './a.ts';\nimport { type B, c } from './b.ts';\nexport { c };",
    "import a, { type B } from './a.ts';\nexport { a };",
    "const f = (x: number): number =>\n  x;",
    "const f = (x: number): {\n a: number\n} => ({ a: x });",
    "const g = async <T>(x: T): Promise<T> => x;",
    "class A<T> extends B<T> implements C { private x: number = 1; y?: string; z!: number; m(a?: T): this { return this!; } }",
    "function f(this: Foo, a?: number): void;\nfunction f(a?: number) { return a!; }",
    "const o = { m<T>(a: T): void {} } satisfies O;",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
    "const s = `a${b as string}c`;",
    "for (const x of y as number[]) {}",
    "export const t = <const T,>(x: T) => x;",
    "let u: typeof import('./a.ts') | undefined;",
  ])(
    "keeps every character of the code in its place, as Node's own stripper does: %s",
    async (source) => {
      expect(compile(source, id).code).toBe(stripTypeScriptTypes(source));
    },
  );

  it("agrees with Node's stripper on the project's own files", async () => {
    const files = globSync("{src,chapters}/**/*.ts", { cwd: root, exclude: ["**/*.d.ts"] });
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const source = readFileSync(root + file, "utf8");
      const { code } = compile(source, id);
      expect(code.length, file).toBe(source.length);
      expect(bare(code), file).toBe(bare(stripTypeScriptTypes(source)));
    }
  });

  it.each([
    "let x = y as T\n(foo)",
    "let q = a\ninterface X { a: number }\n(foo)",
    "let q = a\ntype X = 1\n[0].map(f)",
  ])("keeps two statements apart where the types between them go: %s", async (source) => {
    expect(bare(compile(source, id).code)).toBe(bare(stripTypeScriptTypes(source)));
    expect(compile(source, id).code).toContain(";");
  });

  it("finds the imports and where they stand", async () => {
    const { code, imports } = compile(
      'import { q } from "./q.ts";\nconst z = await import("./z.ts");',
      id,
    );
    expect(imports).toMatchObject([
      { specifier: "./q.ts", line: 1, dynamic: false },
      { specifier: "./z.ts", line: 2, column: 24, dynamic: true },
    ]);
    expect(imports.map(({ start, end }) => code.slice(start, end))).toEqual(["./q.ts", "./z.ts"]);
  });

  it.each([
    [
      "enum Color { Red, Green = 5, Blue }",
      1,
      /const Color = \{ Red: 0, Green: 5, Blue: 6 \} as const/,
    ],
    ["const a = 1;\nexport const enum E { A }", 2, /const E = \{ A: 0 \}/],
    ["namespace Shapes { export const a = 1 }", 1, /const Shapes = \{ … \}/],
    ["class A {\n  constructor(private x: number) {}\n}", 2, /this\.x = x/],
    ["import fs = require('fs');", 1, /import fs from/],
    ["const x = ;", 1, /did not expect `;`/],
    ["const a = (1 +", 1, /ends too early/],
  ])("says what to write instead of %s", (source, line, message) => {
    const error = thrownBy(() => compile(source, id));
    expect(error).toBeInstanceOf(CompileError);
    expect(error).toMatchObject({ module: id, line, message: expect.stringMatching(message) });
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
