import { describe, expect, it } from "vitest";
import { isRunByCells } from "./watch.ts";

describe("what the author's server watches for", () => {
  it.each([
    "/book/chapters/03-attention/cells/scores.ts",
    "/book/chapters/03-attention/exercises/divide/check.ts",
    "/book/src/model/tensor.ts",
    "/book/src/display/kinds/bars/View.tsx",
  ])("%s may change what cells give", (file) => expect(isRunByCells(file)).toBe(true));

  it.each([
    "/book/chapters/03-attention/en.mdx",
    "/book/src/model/tensor.test.ts",
    "/book/src/styles/tokens.css",
    "/book/src/site/reader.ts",
  ])("%s does not, or is watched already", (file) => expect(isRunByCells(file)).toBe(false));
});
