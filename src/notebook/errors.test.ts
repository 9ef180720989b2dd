import { describe, expect, it } from "vitest";
import { compile } from "./compile.ts";
import { placesIn, toCellError } from "./errors.ts";

const within = "03-attention/cells/uses.ts";
const half = { module: "03-attention/cells/half.ts", line: 2, column: 20 };

describe("the place of an error", () => {
  it.each([
    [
      "Chromium",
      `Error: odd
    at half (03-attention/cells/half.ts:2:20)
    at 03-attention/cells/uses.ts:3:26
    at Array.map (<anonymous>)
    at 03-attention/cells/uses.ts:3:15`,
      half,
    ],
    [
      "Firefox",
      `half@03-attention/cells/half.ts:2:20
y<@03-attention/cells/uses.ts:3:30
@03-attention/cells/uses.ts:3:15
`,
      half,
    ],
    [
      "WebKit",
      `half@03-attention/cells/half.ts:2:20
@03-attention/cells/uses.ts:3:31
map@[native code]
module code@03-attention/cells/uses.ts:3:18`,
      half,
    ],
    [
      "Node",
      `Error: odd
    at half (file:///home/reader/humpty/chapters/03-attention/cells/half.ts:2:20)
    at file:///home/reader/humpty/chapters/03-attention/cells/uses.ts:3:26
    at ModuleJob.run (node:internal/modules/esm/module_job:439:25)`,
      half,
    ],
    [
      "an exercise, after an await, in Chromium",
      `TypeError: Cannot read properties of null (reading 'x')
    at 03-attention/exercises/scale/starter.ts:2:36
    at async 03-attention/exercises/scale/starter.ts:2:1`,
      { module: "03-attention/exercises/scale/starter.ts", line: 2, column: 36 },
    ],
    [
      "a package's own lines, in Chromium",
      `Error: matmul: the inner sizes differ
    at Tensor.matmul (blob:null/f5abdbc8-e177-4975-8eec-948bd54ab171:1:5034)
    at 03-attention/cells/scores.ts:7:22`,
      { module: "03-attention/cells/scores.ts", line: 7, column: 22 },
    ],
    [
      "a file under a longer path, on Windows",
      "    at file:///C:/books/cells/humpty/chapters/03-attention/cells/keys.ts?as=two:1:9",
      { module: "03-attention/cells/keys.ts", line: 1, column: 9 },
    ],
  ])("is the innermost of the book's own lines: %s", (_, stack, place) => {
    expect(placesIn(stack)[0]).toEqual(place);
  });

  it("is told beside a syntax error by Firefox and WebKit", () => {
    const firefox = Object.assign(new SyntaxError("redeclaration of const a"), {
      stack: "",
      fileName: "blob:null/e50f47f1",
      lineNumber: 2,
      columnNumber: 5,
    });
    const webkit = Object.assign(new SyntaxError("Cannot declare a const variable twice: 'a'."), {
      stack: "",
      line: 2,
      column: 7,
    });
    expect(toCellError(firefox, within)).toMatchObject({ module: within, line: 2, column: 5 });
    expect(toCellError(webkit, within)).toMatchObject({ module: within, line: 2, column: 7 });
  });

  it("is the cell as a whole where nothing tells more", () => {
    expect(toCellError("text", within)).toEqual({ name: "Error", message: "text", module: within });
    expect(toCellError(undefined, within).message).toBe("undefined");
  });
});

describe("the words of an error", () => {
  it.each([
    "The requested module 'blob:null/f5abdbc8-e177' does not provide an export named 'x'",
    "The requested module 'blob:null/b8161653-9426' doesn't provide an export named: 'x'",
    "Importing binding name 'x' is not found.",
    "The requested module './half.ts' does not provide an export named 'x'",
  ])("leave out the sandbox's addresses: %s", (message) => {
    const error = new SyntaxError(message);
    expect(toCellError(error, within).message).toBe(
      "the module that is imported has no export named x",
    );
    const { imports } = compile(
      'import { show } from "@humpty/display";\nimport { y, x } from "./half.ts";',
      within,
    );
    expect(toCellError(error, within, imports)).toEqual({
      name: "ImportError",
      message: '"./half.ts" has no export named x',
      module: within,
      line: 2,
      column: 13,
    });
  });

  it("are bounded, whatever is thrown", () => {
    expect(toCellError(new Error("x".repeat(1e6)), within).message.length).toBe(2_000);
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
      },
    );
    expect(toCellError(trap, within).message).toMatch(/cannot be looked at/);
    expect(toCellError({ name: 5, message: {}, stack: 1 }, within)).toMatchObject({
      name: "Error",
      message: "[object Object]",
    });
  });
});
