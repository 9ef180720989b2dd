import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import GithubSlugger from "github-slugger";
import { type Node, textOf, visit } from "./tree.ts";

/**
 * Gives headings their anchors: from the English titles, in both languages, so that a switch of language keeps the reader's place.
 * The headings of the two editions stand in the same order; a test holds them to it.
 */
export function sameAnchors() {
  return (tree: Node, file: { path?: string }): void => {
    const english = file.path === undefined ? [] : englishHeadings(dirname(file.path));
    const slugger = new GithubSlugger();
    let count = 0;
    visit(tree, (node) => {
      if (!/^h[2-4]$/.test(node.tagName ?? "")) return;
      node.properties ??= {};
      node.properties["id"] = slugger.slug(english[count++] ?? textOf(node));
    });
  };
}

/** The titles of a chapter's English headings, in order. */
export function englishHeadings(folder: string): string[] {
  const file = join(folder, "en.mdx");
  if (!existsSync(file)) return [];
  const prose = readFileSync(file, "utf8").replace(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/^#{2,4} (.+)$/gm)].map(([, title]) =>
    (title ?? "").replace(/[*_`$]/g, "").trim(),
  );
}
