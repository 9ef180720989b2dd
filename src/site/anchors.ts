import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import GithubSlugger from "github-slugger";
import { type Node, textOf, visit } from "./tree.ts";

/**
 * Gives headings their anchors: from the English titles, in both languages, so that a switch of language keeps the reader's place.
 * The headings of the two editions stand in the same order; a test holds them to it.
 */
export function sameAnchors() {
  return (tree: Node, file: { path?: string }): void => {
    const folder = file.path === undefined ? undefined : dirname(file.path);
    const english = folder === undefined ? [] : englishHeadings(folder);
    const slugger = new GithubSlugger();
    for (const name of folder === undefined ? [] : cellNames(folder)) slugger.slug(name);
    let count = 0;
    visit(tree, (node) => {
      if (!/^h[2-4]$/.test(node.tagName ?? "")) return;
      node.properties ??= {};
      node.properties["id"] = slugger.slug(english[count++] ?? textOf(node));
    });
  };
}

/** The anchors of a chapter's cells and exercises: no heading has the same. */
const cellNames = (folder: string): string[] =>
  ["cells", "exercises"]
    .map((part) => join(folder, part))
    .filter((part) => existsSync(part))
    .flatMap((part) => readdirSync(part).map((name) => name.replace(/\.ts$/, "")));

/** The titles of a chapter's English headings, in order. */
export function englishHeadings(folder: string): string[] {
  const file = join(folder, "en.mdx");
  if (!existsSync(file)) return [];
  const prose = readFileSync(file, "utf8").replace(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/^#{2,4} (.+)$/gm)].map(([, title]) =>
    (title ?? "").replace(/[*_`$]/g, "").trim(),
  );
}
