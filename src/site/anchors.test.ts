import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sameAnchors } from "./anchors.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "humpty-anchors-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const heading = (level: number, text: string) => ({
  type: "element",
  tagName: `h${level}`,
  properties: {} as Record<string, unknown>,
  children: [{ type: "text", value: text }],
});

/** The anchors that the headings get in an edition of a chapter. */
function anchors(edition: string, headings: ReturnType<typeof heading>[]): unknown[] {
  sameAnchors()({ type: "root", children: headings }, { path: join(folder, `${edition}.mdx`) });
  return headings.map(({ properties }) => properties["id"]);
}

describe("anchors", () => {
  it("are the English titles' in both languages, so that a switch keeps the place", () => {
    writeFileSync(
      join(folder, "en.mdx"),
      "## Keys *and* queries\n\n```ts\n## no heading\n```\n\n### Divide by $\\sqrt d$\n\n## Keys and queries\n",
    );
    const english = anchors("en", [
      heading(2, "Keys and queries"),
      heading(3, "Divide by √d"),
      heading(2, "Keys and queries"),
    ]);
    const chinese = anchors("zh", [
      heading(2, "键与查询"),
      heading(3, "除以 √d"),
      heading(2, "键与查询"),
    ]);
    expect(chinese).toEqual(english);
    expect(english).toEqual(["keys-and-queries", "divide-by-sqrt-d", "keys-and-queries-1"]);
  });

  it("are a heading's own where the English edition has none", () => {
    expect(anchors("zh", [heading(2, "键")])).toEqual(["键"]);
  });
});
