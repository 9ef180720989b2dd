import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CompileError, compile } from "./compile.ts";

const id = "03-attention/cells/scores.ts";
const root = fileURLToPath(new URL("../../", import.meta.url));

/** What Node's stripper gives; it writes a wider blank for a character of several bytes. */
const byNode = (source: string): string =>
  stripTypeScriptTypes(source).replace(/[\u00a0\u2002\ufeff]/g, " ");

describe("compile", () => {
  it.each([
    "const a: number = 1;\nexport default a as number;",
    "let a: number, b!: string, { c }: { c: Map<string, number[]> } = x;",
    // Imports and exports
    "import type { A } from './a.ts';\nimport { type B, c } from './b.ts';\nexport { c };",
    "import a, { type B } from './a.ts';\nexport { a };",
    "import { type A, type B } from './a.ts'; import { c, type D, } from './c.ts'; import {} from './e.ts';",
    "import unused from './a.ts'; import * as all from './b.ts'; import './c.ts';",
    "import type from './type.ts'; export { type }; type();\nimport from, { a } from './a.ts';",
    "import type A, { B } from 'x'\nimport type * as n from 'q'; import type { C } from 'c' with { type: 'json' };",
    "export type { A } from 'x';\nexport type * from 'y'; export type * as z from 'q'; export { type B, c };",
    "export type X = 1; export interface Y { a: 1 }\nexport declare const x: number; export default interface Z {}",
    // Functions
    "const f = (x: number): number =>\n  x;",
    "const f = (x: number): {\n a: number\n} => ({ a: x });",
    "const f = ([a, { b }]: X = [1, {}], ...rest: Y[]): asserts a is Z => {};",
    "const g = async <T>(x: T): Promise<T> => x;",
    "const h = async <\n  T,\n>(x: T) => x; function r() { return <\n  T,\n>(x: T) => x; }",
    "export const t = <const T,>(x: T) => x; const u = <T extends U = V>(x?: T) => x;",
    "function f(this: Foo, a?: number): void;\nfunction f(a?: number) { return a!; }",
    "const o = { m<T>(a: T): void {}, get x(): number { return 1 }, async *n(this: O): X {} } satisfies O;",
    // Expressions
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
    "const s = `a${b as string}c${`${d!}`}`;",
    "for (const x of y as number[]) {} if (a < b && c > (d as number)) {}",
    "f<number>(1); new Foo<T>; a?.<T>(b); tag<T>`x`; z!.a![0]!(1); x! = y!; a! in b;",
    "x = y satisfies Z; (a as any) = 1; (b as T)\n(c); const k = [1, 2] as const;",
    "let u: typeof import('./a.ts') | undefined; try {} catch (e: unknown) {}",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
    "let v: `a${string}b` | [a: 1, ...b: 2[]] | ((x: 1) => void) | (new () => X) | { [k in K as 1]-?: 2 };",
    // Classes
    "class A<T> extends B<T> implements C { private x: number = 1; y?: string; z!: number; m(a?: T): this { return this!; } }",
    "abstract class A { abstract x: number; abstract m(): void; declare y: string; static readonly z = 1; [k: string]: any; constructor(); constructor(a?: number) {} }",
    "class A extends B { override m?(): void; private static override async n() {} protected get x(): 1 { return 1 } accessor y: number = 1; #p?: T; static { let q: 1; } }",
    "class A extends B { static readonly ['x'] = 1; static override *gen() {} private static *n() {} }",
    "a.get!\n[0]; a.set!\n(1); f()!\n[1]; f() as T; x = y as T\n+ 1; x = y!\n/ 2",
    "class A { readonly = 1; private() {} public; static = 2; declare() {} get abstract() {} }",
    // What is a name here is a keyword there
    "let as = 1, satisfies = as; type\nfoo; declare\nbar; label: type;",
    "type A<B> = B extends infer C extends string ? C : never; interface type { type: type; interface?: 1 }",
    "declare enum E { A } declare module 'x' { } declare global { var x: 1 } namespace M { export type X = 1 }",
    "const x = 1; // a comment: type\n/* interface */ const y /* : a */ : /* gone */ number = 2;",
    "const 词: 数 = '“”'; const 量 = 词 as 数 | '🙂';\r\nlet z: 1;\u2028type Q = 1",
  ])(
    "keeps every character of the code in its place, as Node's own stripper does: %s",
    (source) => {
      const { code } = compile(source, id);
      expect(code).toBe(byNode(source));
      expect(code.length).toBe(source.length);
    },
  );

  it.each([
    "let x = y as T\n(foo)",
    "let x = y satisfies T\n[foo]",
    "let q = a\ninterface X { a: number }\n(foo)",
    "let q = a\ntype X = 1\n[0].map(f)",
    "let q = a\ntype X = 1\n`text`",
    "let q = a\ntype X = 1\n/re/.test(s)",
    "if (x) type Y = 1\nelse interface Z {}\nfoo()",
    "class A { x = 1\n private ['y'] = 2\n public *gen() {} }",
    "class A { x = 1\n static [k: string]: any\n ['y'] = 2 }",
    "class A { get: number\n foo() {}\n set?: string\n bar = 1 }",
  ])("keeps two statements apart where the types between them go: %s", (source) => {
    const { code } = compile(source, id);
    expect(code).toContain(";");
    // Where it stands is the stripper's own affair.
    const bare = (text: string): string => text.replace(/[;\s]+/g, " ");
    expect(bare(code)).toBe(bare(byNode(source)));
  });

  it("agrees with Node's stripper on the project's own files", () => {
    const files = globSync("{src,chapters,components,tests}/**/*.ts", {
      cwd: root,
      // AssemblyScript has decorators on functions.
      exclude: ["**/*.d.ts", "src/model/kernels/assembly/**"],
    });
    expect(files.length).toBeGreaterThan(100);
    // A comment beside a type may stay or go.
    const bare = (code: string): string =>
      code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|;/g, " ").replace(/\s+/g, " ");
    for (const file of files) {
      const source = readFileSync(root + file, "utf8");
      const { code } = compile(source, id);
      expect(code.length, file).toBe(source.length);
      expect(bare(code), file).toBe(bare(byNode(source)));
    }
  });

  it("finds the imports and where they stand", () => {
    const { code, imports } = compile(
      'import { q } from "./q.ts";\nconst z = await import("./z.ts");',
      id,
    );
    expect(imports).toMatchObject([
      { specifier: "./q.ts", line: 1, column: 19, dynamic: false },
      { specifier: "./z.ts", line: 2, column: 24, dynamic: true },
    ]);
    expect(imports.map(({ start, end }) => code.slice(start, end))).toEqual(["./q.ts", "./z.ts"]);
  });
});

describe("compile refuses", () => {
  it.each<[string, number, number, string | RegExp]>([
    [
      "enum Color { Red, Green = 5, Blue }",
      1,
      1,
      "enum Color is not erasable: write `const Color = { Red: 0, Green: 5, Blue: 6 } as const;` instead",
    ],
    [
      "const a = 1;\nexport const enum E { A = f(1, 2), 'b' }",
      2,
      14,
      /const E = \{ A: f\(1, 2\), 'b': … \}/,
    ],
    [
      "namespace Shapes { export const a = 1 }",
      1,
      1,
      /^namespace Shapes .* `const Shapes = \{ … \};`/,
    ],
    ["namespace A.B { type T = 1\n log(1) }", 1, 1, /^namespace A /],
    [
      "class A {\n  constructor(private readonly x: number) {}\n}",
      2,
      15,
      /^the parameter property `private x` .*`this\.x = x;`/,
    ],
    ["import fs = require('fs');", 1, 1, /`import fs from "…";`/],
    ["const a = 1; export = a;", 1, 14, /`export default …;`/],
    ["export import a = b.c;", 1, 1, /`export const a = …;`/],
    [
      "const b = <number | string>f(x);",
      1,
      11,
      "the cast <number | string>… is not erasable: write `… as number | string` instead",
    ],
    ["class A {\n  @log() m() {}\n}", 2, 3, /^decorators such as @log/],
    // What does not parse
    ["const x = ;", 1, 11, "did not expect `;` here"],
    ["const x = 3 4;", 1, 13, "did not expect `4` here: `;` is missing before it"],
    [
      "const a = [1, 2\nconst b = 3;",
      2,
      1,
      "did not expect `const` here: `,` or a closing bracket is missing before it",
    ],
    [
      "const f = (x) => {\n  return x;\n",
      2,
      12,
      "something is not closed: `}` is missing, here at the end or before",
    ],
    ["const a = 'b;\n", 1, 11, "a text in quotes is not closed on its line"],
    ["const a = 1;\nconst b = a +", 2, 14, "the text ends too early"],
    // What parses, but does not run
    ["const a = 1;\n\nlet { a } = b;", 3, 7, "a is declared twice: first on line 1"],
    ["import { a } from './a.ts';\nfunction a() {}", 2, 10, "a is declared twice: first on line 1"],
    ["let x = 1;\nconst y: number;", 2, 7, "const y has no value: write `const y = …;`"],
    ["const x = “text”;", 1, 11, '`“` is not a sign of the language: write `"`'],
    ["f（1）;", 1, 1, "`（` is not a sign of the language: write `(`"],
  ])("%s", (source, line, column, message) => {
    const error = thrownBy(() => compile(source, id));
    expect(error).toBeInstanceOf(CompileError);
    expect(error).toMatchObject({ module: id, line, column });
    expect((error as Error).message).toMatch(message);
  });

  it.each([
    "var a = 1; var a = 2;",
    "const a = 1; { const a = 2; let b; } function f(a) { const b = a; }",
    "type a = 1; const a = 1; interface A {} class A {}",
    "function f(x: 1): void;\nfunction f(x: 2): void;\nfunction f(x) {}",
    "const f = function a() {}; const a = class f2 {}; const f2 = 1;",
    "for (const x of y) {} for (const x in y) {} for await (const x of y) {}",
    "const n = '（“”'; const t = `，`; // 。\nconst 变量 = 1; const ñ = /；/;",
    "const f = <T>(x: T) => x; const g = <T,>(x: T): T => x; a < b > (c);",
    "const o = { enum: 1, namespace: 2, declare: 3 }; o.enum; type T = { namespace: { a: 1 } };",
  ])("nothing in: %s", (source) => {
    expect(compile(source, id).code).toBe(byNode(source));
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
