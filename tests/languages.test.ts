import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";

/** What both editions must have in common: headings by their depth, and what is embedded with the attributes that are code. */
function skeleton(file: string): string[] {
  const prose = readFileSync(file, "utf8").replace(/^---[\s\S]*?^---/m, "");
  const parts = prose.matchAll(
    /^(#{2,4}) |<(Cell|Exercise|Value|Figure|Aside|Hint|Notes)\b([^>]*)>|\$\$([\s\S]+?)\$\$/gm,
  );
  return [...parts].map(([, heading, tag, attributes = "", formula]) => {
    if (heading !== undefined) return heading;
    if (formula !== undefined) return formula.replace(/\s+/g, "");
    const code = attributes.matchAll(/\b(of|name|digits)=("[^"]*"|\{[^}]*\})/g);
    return `<${tag} ${[...code].map(([all]) => all).join(" ")}>`;
  });
}

describe("two languages, one code", () => {
  const chapters = globSync("chapters/*/zh.mdx").map((file) => dirname(file));

  it("finds chapters in both", () => expect(chapters.length).toBeGreaterThan(0));

  it.each(chapters)(
    "%s has the same headings, cells, exercises and values in the same order in both",
    (folder) => {
      expect(skeleton(`${folder}/zh.mdx`)).toEqual(skeleton(`${folder}/en.mdx`));
    },
  );
});
