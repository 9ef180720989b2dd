import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { slug } from "github-slugger";
import { type Term, terms } from "../../chapters/terms.ts";
import { element, type Node, textOf, visit } from "./tree.ts";
import type { Lang } from "./words.ts";

/** A term's anchor: in its home chapter, where it is bold, and in the glossary. */
export const termAnchor = (term: Term): string => `term-${slug(term.en.name)}`;

/** The forms of a term that a text may have, in small letters. */
export function formsOf(term: Term, lang: Lang): string[] {
  const { name, also = [] } = term[lang];
  const plural = lang === "en" && !name.endsWith("s") ? [`${name}s`] : [];
  return [name, ...plural, ...also].map((form) => form.toLowerCase());
}

/**
 * Gives each term an anchor where its home chapter explains it, which is where it first stands in bold, and links its first use in any
 * other chapter to there. Throws where a home chapter has a term nowhere in bold.
 */
export function linkTerms(list: readonly Term[] = terms) {
  return (tree: Node, file: { path?: string }): void => {
    if (file.path === undefined) return;
    const folder = dirname(file.path);
    const home = basename(folder);
    const lang: Lang = basename(file.path).startsWith("zh") ? "zh" : "en";
    for (const term of list)
      if (term.home === home && !anchor(tree, term, lang))
        throw new Error(
          `chapters/${home}/${lang}.mdx: the term “${term[lang].name}” is to be explained here and stands nowhere in bold`,
        );
    const written = (slug: string) => existsSync(join(dirname(folder), slug, `${lang}.mdx`));
    const address = (term: Term) =>
      `../${written(term.home) ? term.home : "glossary"}/#${termAnchor(term)}`;
    linkFirst(tree, list, lang, (term) => (term.home === home ? undefined : address(term)));
  };
}

function anchor(tree: Node, term: Term, lang: Lang): boolean {
  const forms = formsOf(term, lang);
  let found = false;
  visit(tree, (node) => {
    if (found || (node.tagName ?? node.name) !== "strong") return;
    if (!forms.includes(textOf(node).toLowerCase().replace(/\s+/g, " "))) return;
    found = true;
    const id = termAnchor(term);
    if (node.attributes) node.attributes.push({ type: "mdxJsxAttribute", name: "id", value: id });
    else node.properties = { ...node.properties, id };
  });
  return found;
}

/** What is no running text, or is a link already, or has none: titles, code, formulas, sources. */
const closed = new Set("a h1 h2 h3 h4 code pre math svg Notes Value".split(" "));

function linkFirst(
  tree: Node,
  list: readonly Term[],
  lang: Lang,
  addressOf: (term: Term) => string | undefined,
): void {
  const byForm = new Map<string, Term>();
  for (const term of list) for (const form of formsOf(term, lang)) byForm.set(form, term);
  if (byForm.size === 0) return;
  // The longest first, so that “attention” is not found within “attention weights”.
  const longest = [...byForm.keys()].sort((a, b) => b.length - a.length).map(pattern);
  const any = new RegExp(longest.join("|"), "giu");
  const done = new Set<Term>();

  const linked = (text: string): Node[] => {
    const nodes: Node[] = [];
    let end = 0;
    for (const { 0: found, index } of text.matchAll(any)) {
      const term = byForm.get(found.toLowerCase());
      const href = term && !term[lang].everyday && !done.has(term) ? addressOf(term) : undefined;
      if (!term || href === undefined) continue;
      done.add(term);
      nodes.push({ type: "text", value: text.slice(end, index) });
      const properties = { className: ["term"], href, title: term[lang].means };
      nodes.push(element("a", properties, [{ type: "text", value: found }]));
      end = index + found.length;
    }
    return [...nodes, { type: "text", value: text.slice(end) }];
  };
  const walk = (node: Node): void => {
    if (closed.has(node.tagName ?? node.name ?? "")) return;
    node.children = node.children?.flatMap((child) => {
      if (child.type === "text") return linked(child.value ?? "");
      walk(child);
      return [child];
    });
  };
  walk(tree);
}

/** A form as it stands in a text: a word of letters is no part of a longer word. */
function pattern(form: string): string {
  const plain = form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+");
  return /^[\x20-\x7eé√]+$/.test(form) ? `(?<![\\p{L}\\d-])${plain}(?![\\p{L}\\d-])` : plain;
}
