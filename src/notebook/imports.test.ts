import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "./compile.ts";
import { replaceImports } from "./imports.ts";

const importsOf = (source: string) => compile(source, "01-a/cells/x.ts").imports;

describe("imports", () => {
  it.each<[string, string[]]>([
    ['import "./a.ts"', ["./a.ts"]],
    ["import a, { b as c, type D } from './a.ts' with { type: 'json' }", ["./a.ts"]],
    [
      'import * as a from "./a.ts"; export * from "./b.ts"; export * as c from "./c.ts"',
      ["./a.ts", "./b.ts", "./c.ts"],
    ],
    ['export { from } from "./a.ts"; export { a }; export default from', ["./a.ts"]],
    [
      'import type { A } from "./a.ts"; export type { B } from "./b.ts"; export type * from "./c.ts"',
      [],
    ],
    ['import {} from "./a.ts"; import { type A } from "./b.ts"', ["./a.ts", "./b.ts"]],
    ['let t: typeof import("./a.ts"); type U = import("./b.ts").U', []],
    ['const a = await import("./a.ts"); import("./b.ts", {}).then(f)', ["./a.ts", "./b.ts"]],
    ["import(name); import(`./a.ts`); import('./a' + '.ts')", ["", "", ""]],
    ["import.meta.url; x.import('./a.ts'); ({ import: 1, export: 2 }); // import './b.ts'", []],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
      "const s = \"import './a.ts'\", t = `import './b.ts' ${`import './c.ts'`}`, r = /import '.\\/d.ts'/",
      [],
    ],
    ['export const a = 1, from = "./a.ts"; export function f() { return from }', []],
  ])("are found where they are more than types: %s", (source, specifiers) => {
    expect(importsOf(source).map((one) => one.specifier)).toEqual(specifiers);
  });

  it("are replaced in place, whatever the specifiers become", () => {
    const code =
      'import { a } from "./a.ts"; const b = await import("./b.ts");\nexport * from "./c.ts";';
    expect(replaceImports(code, importsOf(code), (one) => `blob:${one}`)).toBe(
      code.replaceAll('"./', '"blob:./'),
    );
    const specifiers = fc.array(fc.stringMatching(/^\.\/[a-z]{1,8}\.ts$/), { maxLength: 6 });
    fc.assert(
      fc.property(specifiers, fc.stringMatching(/^[a-z:]{0,20}$/), (names, to) => {
        const text = (list: string[]): string =>
          list.map((one, i) => `import * as n${i} from "${one}";`).join("\n");
        const source = text(names);
        expect(replaceImports(source, importsOf(source), () => to)).toBe(text(names.map(() => to)));
      }),
    );
  });
});
