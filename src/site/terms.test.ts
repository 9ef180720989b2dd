import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Term, terms } from "../../chapters/terms.ts";
import { chapters } from "./chapters.ts";
import { formsOf, linkTerms, termAnchor } from "./terms.ts";
import { element, type Node, textOf, visit } from "./tree.ts";

const text = (value: string): Node => ({ type: "text", value });
const paragraph = (...children: Node[]) => element("p", {}, children);
const bold = (word: string) => element("strong", {}, [text(word)]);
const root = (...children: Node[]): Node => ({ type: "root", children });

const term = (home: string, name: string, zh: string, everyday = false): Term => ({
  home,
  en: { name, means: `what ${name} means`, everyday },
  zh: { name: zh, means: zh, everyday },
});
const list = [
  term("01-a", "attention", "注意力"),
  term("01-a", "attention weight", "注意力权重"),
  term("01-a", "value", "值", true),
  term("02-b", "cross-entropy", "交叉熵"),
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "humpty-terms-"));
  for (const slug of ["01-a", "03-c"]) {
    mkdirSync(join(folder, slug));
    writeFileSync(join(folder, slug, "en.mdx"), "");
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

function link(edition: string, tree: Node): [text: string, href: unknown][] {
  linkTerms(list)(tree, { path: join(folder, edition) });
  const found: [string, unknown][] = [];
  visit(tree, (node) => {
    if (node.tagName === "a") found.push([textOf(node), node.properties?.["href"]]);
  });
  return found;
}

describe("terms", () => {
  it("are linked where a chapter first uses them, the longer before what it contains", () => {
    const tree = root(
      element("h2", {}, [text("Attention")]),
      paragraph(text("Each attention weight, Attention, "), text("self-attention, attentions")),
      paragraph(text("attention weights again, and inattention")),
    );
    const before = textOf(tree);
    expect(link("03-c/en.mdx", tree)).toEqual([
      ["attention weight", "../01-a/#term-attention-weight"],
      ["Attention", "../01-a/#term-attention"],
    ]);
    expect(textOf(tree)).toBe(before);
  });

  it("lead to the glossary where their chapter is not written in that language", () => {
    const english = root(paragraph(text("the cross-entropy of it")));
    expect(link("03-c/en.mdx", english)).toEqual([
      ["cross-entropy", "../glossary/#term-cross-entropy"],
    ]);
    const chinese = root(paragraph(text("用交叉熵和注意力权重来量")));
    expect(link("03-c/zh.mdx", chinese)).toEqual([
      ["交叉熵", "../glossary/#term-cross-entropy"],
      ["注意力权重", "../glossary/#term-attention-weight"],
    ]);
  });

  it("are not linked in code, links, formulas and sources, nor where the word is an everyday one", () => {
    const tree = root(
      paragraph(element("code", {}, [text("attention")]), text("a value")),
      paragraph(element("a", { href: "#x" }, [text("attention")])),
      { type: "mdxJsxFlowElement", name: "Notes", children: [paragraph(text("attention"))] },
    );
    expect(link("03-c/en.mdx", tree)).toEqual([["attention", "#x"]]);
  });

  it("have their anchor where their own chapter first has them in bold", () => {
    const jsx: Node = {
      ...{ type: "mdxJsxTextElement", name: "strong", attributes: [] },
      children: [text("Values")],
    };
    const [first, again] = [bold("attention"), bold("attention")];
    const tree = root(
      paragraph(text("attention is "), first, again, bold("attention\nweights")),
      paragraph(jsx),
    );
    expect(link("01-a/en.mdx", tree)).toEqual([]);
    expect([first, again].map(({ properties }) => properties?.["id"])).toEqual([
      "term-attention",
      undefined,
    ]);
    expect(jsx.attributes).toEqual([{ type: "mdxJsxAttribute", name: "id", value: "term-value" }]);
  });

  it("must be explained in their own chapter", () => {
    const tree = root(paragraph(bold("attention"), text("and its attention weights")));
    expect(() => link("01-a/en.mdx", tree)).toThrow(
      "chapters/01-a/en.mdx: the term “attention weight” is to be explained here and stands nowhere in bold",
    );
  });
});

describe("the book's terms", () => {
  it("have a chapter, both languages, and names of their own", () => {
    const slugs = chapters.map(({ slug }) => slug);
    for (const { home, en, zh } of terms) {
      expect(slugs).toContain(home);
      expect(en.means).toMatch(/^[A-Za-z].+\.$/);
      expect(zh.means).toMatch(/。$/);
    }
    for (const names of [terms.map(termAnchor), terms.map(({ zh }) => zh.name)])
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it.each(globSync("chapters/*/en.mdx"))("%s has nothing else in bold", (file) => {
    const names = terms.flatMap((one) => formsOf(one, "en"));
    // A list that names things in bold, each explained behind it, may hold others.
    const prose = readFileSync(file, "utf8").replace(/^- .*$/gm, "");
    const found = [...prose.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word = ""]) => word);
    const home = basename(dirname(file));
    expect(
      found.filter((word) => !names.includes(word.toLowerCase().replace(/\s+/g, " "))),
      `${home}: bold, and not in chapters/terms.ts`,
    ).toEqual([]);
  });
});
