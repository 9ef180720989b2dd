import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Document, Window } from "happy-dom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chapters } from "../src/site/chapters.ts";
import { families } from "../src/site/reference/families.ts";

const base = "/books/humpty/";
const site = "https://example.org";
const written = (lang: "en" | "zh") =>
  chapters.map(({ slug }) => slug).filter((slug) => existsSync(`chapters/${slug}/${lang}.mdx`));
const both = written("zh").flatMap((slug) => [`${slug}/`, `zh/${slug}/`]);
const english = written("en").filter((slug) => !both.includes(`${slug}/`));
const pages = [
  ...["", "zh/", "glossary/", "zh/glossary/", ...both],
  ...["404.html", ...english.map((slug) => `${slug}/`)],
  ...["model/", ...families.map(({ slug }) => `model/${slug}/`)],
];
const documents = new Map<string, Document>();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "humpty-site-"));
  // Not the test runner's own BASE_URL, DEV and the like, which would be taken for the build's.
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, BASE_PATH: base, SITE_URL: site, ASTRO_TELEMETRY_DISABLED: "1" };
  execFileSync("node_modules/.bin/astro", ["build", "--outDir", folder], { env, stdio: "pipe" });
  const parser = new new Window().DOMParser();
  for (const page of pages)
    documents.set(page, parser.parseFromString(readFileSync(fileOf(page), "utf8"), "text/html"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (page: string): string =>
  join(folder, page.endsWith("html") ? page : `${page}index.html`);

function documentOf(page: string): Document {
  const found = documents.get(page);
  if (!found) throw new Error(`no page ${page}`);
  return found;
}

const attributes = (page: string, selector: string, name: string): string[] =>
  [...documentOf(page).querySelectorAll(selector)].map((one) => one.getAttribute(name) ?? "");

describe("the site under a base path", () => {
  it.each(pages)(
    "/%s has each anchor once: a cell, a heading and the page's own share none",
    (page) => {
      const anchors = attributes(page, "[id]", "id");
      expect(anchors.filter((one, i) => anchors.indexOf(one) !== i)).toEqual([]);
    },
  );

  it.each(pages)("/%s refers only to files that are there, under the base", (page) => {
    const manifest = documentOf(page).documentElement.getAttribute("data-notebook") ?? "{}";
    const paths = [
      ...attributes(page, "[href]", "href"),
      ...attributes(page, "[src]", "src"),
      ...(manifest.match(/\/books[^"]*/g) ?? []),
    ].filter((path) => !/^(https?:|#)/.test(path));
    expect(paths.length).toBeGreaterThan(5);
    const missing = paths.filter((path) => {
      // Links between chapters lead from one to the other, whatever the base is.
      const { pathname, hash } = new URL(path, `${site}${base}${page}`);
      if (!pathname.startsWith(base)) return true;
      const [file, anchor] = [pathname.slice(base.length), hash.slice(1)];
      if (!existsSync(join(folder, file, file.endsWith("/") || file === "" ? "index.html" : "")))
        return true;
      return anchor && !documentOf(file).getElementById(anchor);
    });
    expect(missing).toEqual([]);
    const within = attributes(page, "a[href^='#']", "href").map((href) => href.slice(1));
    expect(within.filter((id) => !documentOf(page).getElementById(id))).toEqual([]);
  });

  it.each(["", "zh/", "glossary/", "zh/glossary/", ...both])(
    "/%s names itself and its other language by whole addresses",
    (page) => {
      const slug = page.replace("zh/", "");
      expect(attributes(page, "link[rel=canonical]", "href")).toEqual([`${site}${base}${page}`]);
      expect(attributes(page, "link[rel=alternate]", "href")).toEqual([
        `${site}${base}${slug}`,
        `${site}${base}zh/${slug}`,
        `${site}${base}${slug}`,
      ]);
    },
  );
});

describe("the page's policy", () => {
  it.each(pages)("/%s allows nothing but the site's own files and one known script", (page) => {
    const [policy = ""] = attributes(page, "meta[http-equiv=Content-Security-Policy]", "content");
    const rules = new Map(
      policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]),
    );
    expect(rules.get("default-src")).toEqual(["'none'"]);
    const inline = [...documentOf(page).querySelectorAll("script:not([src])")].map(
      (script) => `'sha256-${createHash("sha256").update(script.textContent).digest("base64")}'`,
    );
    for (const [name, sources = []] of rules) {
      const allowed =
        name === "script-src" ? ["'self'", "'none'", ...inline] : ["'self'", "'none'"];
      expect(
        sources.filter((source) => !allowed.includes(source)),
        name,
      ).toEqual([]);
    }
    for (const hash of inline) expect(rules.get("script-src")).toContain(hash);
  });

  it.each(pages)("/%s has nothing that the policy would block", (page) => {
    const html = readFileSync(fileOf(page), "utf8");
    expect(documentOf(page).querySelectorAll("style, [style]")).toHaveLength(0);
    expect(html).not.toMatch(/<[^>]+\son[a-z]+=/);
    expect(html).not.toContain("javascript:");
  });
});

describe("two languages", () => {
  it("have the same anchors in the same order", () => {
    const english = attributes("03-attention/", ".prose [id]", "id");
    expect(english.length).toBeGreaterThan(20);
    expect(attributes("zh/03-attention/", ".prose [id]", "id")).toEqual(english);
    expect(new Set(english).size).toBe(english.length);
  });

  it.each(["en", "zh"] as const)(
    "list every chapter on the front page, the unwritten marked (%s)",
    (lang) => {
      const bricks = [...documentOf(lang === "en" ? "" : "zh/").querySelectorAll(".brick")];
      expect(bricks).toHaveLength(chapters.length);
      for (const [i, { slug, title }] of chapters.entries()) {
        const written = existsSync(`chapters/${slug}/${lang}.mdx`);
        expect(bricks[i]?.textContent).toContain(title[lang]);
        expect(bricks[i]?.querySelector("a") !== null).toBe(written);
        expect(bricks[i]?.querySelector("small") === null).toBe(written);
      }
    },
  );
});
