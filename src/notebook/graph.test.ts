import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "./compile.ts";
import { dependants, GraphError, type Modules, order, users } from "./graph.ts";
import type { ModuleId } from "./types.ts";

/** Modules from texts; a plain name is a cell of the third chapter. */
const book = (texts: Record<string, string>): Modules =>
  new Map(
    Object.entries(texts).map(([name, text]) => [
      idOf(name),
      { id: idOf(name), ...compile(text, idOf(name)) },
    ]),
  );
const idOf = (name: string): ModuleId =>
  name.includes("/") ? name : `03-attention/cells/${name}.ts`;
const names = (ids: ModuleId[]): string[] =>
  ids.map((id) => id.replace("03-attention/cells/", "").replace(".ts", ""));

const diamond = book({
  d: 'import "./b.ts"; import "./c.ts"; import { show } from "@humpty/display"; show(1);',
  b: 'import { a } from "./a.ts"; export const b = a;',
  c: 'export * from "./a.ts"; const late = await import("../../02-tokens/cells/t.ts");',
  a: "export const a = 1, [x, { y, z: w = 2 }] = f(); export default class {}",
  alone: "",
  "02-tokens/cells/t.ts": "",
});

describe("the graph", () => {
  it("puts what a cell needs before it, each once, in the order of the text", () => {
    expect(names(order(diamond, idOf("d")))).toEqual(["a", "b", "02-tokens/cells/t", "c", "d"]);
    expect(names(order(diamond, idOf("c"), idOf("b")))).toEqual([
      "a",
      "02-tokens/cells/t",
      "c",
      "b",
    ]);
  });

  it("lets a cell use an exercise's solution, where the reader's answer will stand", () => {
    const solution = "02-tokens/exercises/cut/solution.ts";
    const pieces = book({
      a: 'import { cut } from "../../02-tokens/exercises/cut/solution.ts"; cut();',
      [solution]: "export const cut = () => 1;",
    });
    expect(order(pieces, idOf("a"))).toEqual([solution, idOf("a")]);
  });

  it("finds what uses a cell, in an order in which it can run", () => {
    expect(names(dependants(diamond, idOf("a")))).toEqual(["b", "c", "d"]);
    expect(names(dependants(diamond, "02-tokens/cells/t.ts"))).toEqual(["c", "d"]);
    expect(dependants(diamond, idOf("alone"))).toEqual([]);
  });

  it("finds who imports a cell itself: of an exercise, who uses its answer", () => {
    const direct = users(diamond);
    expect(names(direct.get(idOf("a")) ?? [])).toEqual(["b", "c"]);
    expect(names(direct.get(idOf("b")) ?? [])).toEqual(["d"]);
    expect(direct.get(idOf("alone"))).toBe(undefined);
    const [starter, solution] = ["starter", "solution"].map(
      (file) => `02-tokens/exercises/cut/${file}.ts`,
    );
    const pieces = book({
      a: 'import "../../02-tokens/exercises/cut/solution.ts";',
      [solution ?? ""]: "export const cut = 1;",
      [starter ?? ""]: "export const cut = 0;",
    });
    expect(users(pieces).get(starter ?? "")).toEqual([idOf("a")]);
  });

  it("finds what uses a cell through cells that cannot run", () => {
    const broken = book({
      a: "",
      b: 'import "./a.ts"; import "./gone.ts"; import "left-pad";',
      c: 'import { nothing } from "./b.ts"; import "./c.ts";',
    });
    expect(names(dependants(broken, idOf("a")))).toEqual(["b", "c"]);
  });

  it("orders any book without circles, and agrees with itself on who uses whom", () => {
    const books = fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { maxLength: 12 }).map((uses) =>
      book(
        Object.fromEntries(
          uses.map((of, i) => [
            `c${i}`,
            of
              .filter((j) => j < i)
              .map((j) => `import "./c${j}.ts";`)
              .join("\n"),
          ]),
        ),
      ),
    );
    fc.assert(
      fc.property(books, (modules) => {
        for (const id of modules.keys()) {
          const before = order(modules, id);
          for (const one of before) {
            const needs = order(modules, one);
            expect(before.filter((each) => needs.includes(each)).sort()).toEqual([...needs].sort());
            expect(before.indexOf(one)).toBe(
              Math.max(...needs.map((need) => before.indexOf(need))),
            );
          }
          for (const user of modules.keys())
            expect(dependants(modules, id).includes(user)).toBe(
              user !== id && order(modules, user).includes(id),
            );
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("an import that cannot be followed", () => {
  it.each<
    [string, Record<string, string>, { module: string; line: number; column?: number }, string]
  >([
    [
      "a circle",
      { a: '\nimport "./b.ts";', b: 'import "./c.ts";', c: '\n\nimport "./b.ts";' },
      { module: "c", line: 3 },
      "these cells import each other in a circle: b.ts → c.ts → b.ts",
    ],
    ["itself", { a: 'import "./a.ts";' }, { module: "a", line: 1 }, "a.ts imports itself"],
    [
      "a cell that is not there",
      { a: 'import { q } from "./quries.ts";', queries: "" },
      { module: "a", line: 1, column: 19 },
      'there is no cell "./quries.ts"; did you mean "./queries.ts"?',
    ],
    [
      "a name without .ts",
      { a: 'import "./b";', b: "" },
      { module: "a", line: 1 },
      'there is no cell "./b"; did you mean "./b.ts"?',
    ],
    [
      "another chapter's cell that is not there",
      { a: 'import "../../02-tokens/cells/token.ts";', "02-tokens/cells/tokens.ts": "" },
      { module: "a", line: 1 },
      'there is no cell "../../02-tokens/cells/token.ts"; did you mean "../../02-tokens/cells/tokens.ts"?',
    ],
    [
      "a name that is not exported",
      {
        a: 'import {\n  scores,\n  type T,\n  wieghts as w,\n} from "./b.ts";',
        b: "const scores = 1; export { scores, scores as weights }; export type T = 1;",
      },
      { module: "a", line: 4, column: 3 },
      '"./b.ts" has no export named wieghts: did you mean weights?',
    ],
    [
      "a default that is not exported",
      { a: 'import b from "./b.ts";', b: "" },
      { module: "a", line: 1, column: 8 },
      '"./b.ts" has no default export',
    ],
    [
      "a package that is not there",
      { a: '\nimport _ from "lodash";' },
      { module: "a", line: 2, column: 15 },
      'there is no package "lodash" here: cells can import @humpty/model and @humpty/display, and other cells ("./other.ts")',
    ],
    [
      "a name that is not known before it runs",
      { a: "const b = await import(name);" },
      { module: "a", line: 1, column: 17 },
      'import() needs the name of a cell in quotes: import("./other.ts")',
    ],
    [
      "something outside the chapters",
      { a: 'import "../../../src/model/index.ts";' },
      { module: "a", line: 1 },
      '"../../../src/model/index.ts" leads out of the book\'s chapters',
    ],
    [
      "an exercise",
      {
        a: 'import "../exercises/scale/starter.ts";',
        "03-attention/exercises/scale/starter.ts": "",
      },
      { module: "a", line: 1 },
      '"../exercises/scale/starter.ts": a cell can import of an exercise only its solution.ts',
    ],
    [
      "an exercise's solution",
      { "03-attention/exercises/scale/starter.ts": 'export * from "./solution.ts";' },
      { module: "03-attention/exercises/scale/starter.ts", line: 1 },
      '"./solution.ts": an exercise can import cells, but no other file of an exercise',
    ],
  ])("names the cell and the line: %s", (_, texts, { module, ...place }, message) => {
    const [first] = Object.keys(texts);
    const follow = () => order(book(texts), idOf(first ?? ""));
    expect(follow).toThrow(GraphError);
    expect(follow).toThrow(expect.objectContaining({ module: idOf(module), ...place, message }));
  });

  it("is none where all names are there, however they are exported", () => {
    const modules = book({
      a: 'import d, { a, b as c, f, g, K, x, y, w, ns, deep } from "./b.ts"; import * as all from "./b.ts"; export { a } from "./b.ts";',
      b: `export const a = 1, b = (() => { const inner = 1; return inner; })();
        export async function* f() {}  export function g(): void;  export function g() {}
        export abstract class K {}  export const [x, { y, z: w = 2 }] = [1, { y: 1 }]
        const other = 1; export default function d() {}
        export * as ns from "./c.ts"; export { q as deep } from "./c.ts"`,
      c: "export let q: number;",
    });
    expect(names(order(modules, idOf("a")))).toEqual(["c", "b", "a"]);
    expect(modules.get(idOf("b"))?.exports?.includes("inner")).toBe(false);
    expect(modules.get(idOf("b"))?.exports?.includes("other")).toBe(false);
  });
});
