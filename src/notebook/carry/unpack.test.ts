import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { toZip } from "../../display/kinds/files/zip.ts";
import type { Edit } from "../store.ts";
import { writeBackup } from "./backup.ts";
import { writeShared } from "./link.ts";
import { type Files, projectFiles } from "./project.ts";
import { unpack } from "./unpack.ts";

const book: Files = {
  "package.json": "{}\n",
  "packages/model/index.ts": "export {};\n",
  "chapters/a/cells/one.ts": "export const one = 1;\n",
  "chapters/a/cells/two.ts": 'import { one } from "./one.ts";\nexport default one + 1;\n',
  "chapters/a/exercises/sum/starter.ts": "export const sum = 0;\n",
  "chapters/a/exercises/sum/solution.ts": "export const sum = 3;\n",
  "chapters/a/exercises/sum/check.ts": "export default () => undefined;\n",
  "chapters/b/cells/three.ts": 'import { sum } from "../../a/exercises/sum/solution.ts";\n',
};
const edits: Record<string, Edit> = {
  "a/cells/one.ts": { text: "export const one = 7;", base: "export const one = 1;", time: 5 },
};
const project = (more: Record<string, Edit> = {}, chapter?: string, takesBooks = false) =>
  projectFiles({
    ...{ book, lang: "en", address: "http://a.b/", chapter },
    edit: (id) => ({ ...edits, ...more })[id],
    takesBooks: () => takesBooks,
  });
const zip = (files: Files, root = "humpty/") =>
  toZip(Object.entries(files).map(([name, text]) => ({ name: root + name, bytes: strToU8(text) })));
const answer = { text: "export const sum = 9;", base: "export const sum = 0;", time: 5 };

describe("a project", () => {
  it("has the reader's text in the cell's place, and all files that its cells import", () => {
    const files = project({}, "b");
    expect(Object.keys(files).filter((path) => path.startsWith("chapters/"))).toEqual([
      "chapters/b/cells/three.ts",
      "chapters/a/exercises/sum/solution.ts",
    ]);
    expect(project()["chapters/a/cells/one.ts"]).toBe("export const one = 7;\n");
    expect(project()["README.md"]).toContain("chapters/a/cells/one.ts");
    expect(JSON.parse(files["humpty.json"] ?? "").tests).toEqual(["b/cells/three.ts"]);
  });

  it("uses the reader's answer where later cells use the solution, unless they took the book's", () => {
    const more = { "a/exercises/sum/starter.ts": answer };
    const solution = "chapters/a/exercises/sum/solution.ts";
    expect(project(more)[solution]).toContain('export * from "./starter.ts"');
    expect(project(more, undefined, true)[solution]).toBe("export const sum = 3;\n");
    expect(project()[solution]).toBe("export const sum = 3;\n");
  });

  it("gives back the edits that went into it, and those that were made in it", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~\n]*[!-~]$/), (text) => {
        fc.pre(text !== "export const sum = 0;");
        const files = project({ "a/exercises/sum/starter.ts": { ...answer, text } });
        expect(unpack(zip(files), 9)).toEqual({
          "edit:a/cells/one.ts": JSON.stringify({ ...edits["a/cells/one.ts"], time: 9 }),
          "edit:a/exercises/sum/starter.ts": JSON.stringify({ ...answer, text, time: 9 }),
        });
      }),
      { numRuns: 30 },
    );
    const changed = { ...project(), "chapters/a/cells/two.ts": "export default 5;\r\n// two\r\n" };
    const two = {
      text: "export default 5;\n// two",
      base: book["chapters/a/cells/two.ts"]?.trimEnd(),
    };
    for (const root of ["", "humpty/", "my own name/"])
      expect(unpack(zip(changed, root), 9)).toMatchObject({
        "edit:a/cells/two.ts": JSON.stringify({ ...two, time: 9 }),
      });
  });
});

describe("a file that is brought back and is not as it should be", () => {
  const good = zip(project());

  it("is told, whatever it is", () => {
    const read = (text: string) => unpack(strToU8(text), 0);
    expect(read("a picture")).toBe("unknown");
    expect(read(writeShared([{ id: "a/cells/one.ts", text: "1", base: "" }]))).toBe("shared");
    expect(read(writeBackup({}).slice(0, -4))).toBe("damaged");
    expect(unpack(zip({ "other.txt": "x" }), 0)).toBe("unknown");
    expect(unpack(zip({ "humpty.json": '{"name":"another"}' }), 0)).toBe("unknown");
    expect(unpack(zip({ "humpty.json": '{"humpty":"project","version":2}' }), 0)).toBe("newer");
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof unpack(bytes, 0) === "string"));
  });

  it("is never an exception, wherever it was cut or changed", () => {
    for (let end = 0; end < good.length; end += 7)
      expect(typeof unpack(good.subarray(0, end), 0), `cut at ${end}`).toBe("string");
    for (let at = 0; at < good.length; at++) {
      const changed = good.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const read = unpack(changed, 9);
      // What is read all the same is what was there: a time or a right may have changed, no text.
      if (typeof read !== "string") expect(read, `changed at ${at}`).toEqual(unpack(good, 9));
    }
  });

  it("is refused before it has grown, when it is small and stands for very much", () => {
    const cell = (size: number) => ({
      "humpty.json": project()["humpty.json"] ?? "",
      "chapters/a/cells/one.ts": " ".repeat(size),
    });
    expect(unpack(zip(cell(600_000)), 0)).toBe("large");
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`chapters/a/cells/c${i}.ts`, " ".repeat(400_000)]),
    );
    expect(unpack(zip({ ...project(), ...many }), 0)).toBe("large");
    expect(unpack(new Uint8Array(65_000_000), 0)).toBe("large");
  });

  it("leaves out what is no cell of the book: paths that lead elsewhere, and other files", () => {
    const files = {
      ...project(),
      "../chapters/a/cells/one.ts": "1",
      "chapters/../../cells/one.ts": "1",
      "chapters/a/cells/new.ts": "1",
      "chapters/a/exercises/sum/solution.ts": "1",
      "node_modules/x/chapters/a/cells/one.ts": "1",
    };
    expect(Object.keys(Object(unpack(zip(files), 0)))).toEqual(["edit:a/cells/one.ts"]);
    expect(unzipSync(zipSync({}))).toEqual({});
  });
});
