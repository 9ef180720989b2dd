import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { firstFocusBytes } from "../../scripts/measure/counts.ts";
import { chapters } from "../../src/site/chapters.ts";
import { bookInChromium, write } from "./acts.ts";
import { openPage } from "./browser.ts";

const site = bookInChromium();
const written = (lang: string) =>
  chapters.map(({ slug }) => slug).filter((slug) => existsSync(`chapters/${slug}/${lang}.mdx`));
const english = written("en").map((slug) => `${slug}/`);
const pages = ["", "zh/", ...english, ...written("zh").map((slug) => `zh/${slug}/`)];

describe("reading", () => {
  it.each(pages)("/%s needs no script: prose, code and outputs are there", async (path) => {
    const { page } = await openPage(site.browser, site.url + path, { javaScriptEnabled: false });
    const cells = await page.locator(".cell").all();
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) {
      expect((await cell.locator(".code .line").count()) > 0).toBe(true);
      expect(
        (await cell.locator(".cell-output .output").count()) > 0,
        (await cell.getAttribute("id")) ?? "",
      ).toBe(true);
    }
    expect(await page.locator("button:visible").count()).toBe(0);
    await page.context().close();
  });

  it.each(pages)(
    "/%s loads at most 8 KB of script, nothing from elsewhere, and sets no cookie",
    async (path) => {
      const context = await site.browser.newContext();
      const page = await context.newPage();
      const scripts: number[] = [];
      const waits: Promise<void>[] = [];
      page.on("response", (response) => {
        expect(new URL(response.url()).origin).toBe(new URL(site.url).origin);
        if (response.request().resourceType() !== "script") return;
        waits.push(
          response.body().then((body) => void scripts.push(brotliCompressSync(body).length)),
        );
      });
      await page.goto(site.url + path, { waitUntil: "networkidle" });
      await page.mouse.wheel(0, 3000);
      await page.waitForTimeout(300);
      await Promise.all(waits);
      const inline = await page.locator("script:not([src])").allInnerTexts();
      const bytes = scripts.reduce((sum, size) => sum + size, 0) + inline.join("").length;
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThanOrEqual(8 * 1024);
      expect(await context.cookies()).toEqual([]);
      await context.close();
    },
  );

  it.each([...pages, "glossary/"])("/%s has no accessibility violation", async (path) => {
    const { page, wrongs } = await openPage(site.browser, site.url + path, {
      bypassCSP: true,
    });
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    // What is skipped while off the screen has no true place, and would seem to lie over other things.
    await page.addStyleTag({ content: "* { content-visibility: visible !important; }" });
    await inBothThemes(page, "html");
    expect(wrongs).toEqual([]);
    await page.context().close();
  });

  it.each([
    ["a desk", { viewport: { width: 1280, height: 800 } }],
    ["a phone", { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }],
  ])("an edited cell on %s has no accessibility violation", async (_, options) => {
    const { page } = await openPage(site.browser, `${site.url}03-attention/`, {
      ...options,
      bypassCSP: true,
    });
    await write(page, "scores", `export const wrong: string = 1; // ${"long ".repeat(30)}`);
    await page.locator("#scores .cm-lintRange-error").waitFor();
    await inBothThemes(page, "#scores");
    await page.context().close();
  });

  it.each(pages)("/%s fits a phone of 360 pixels", async (path) => {
    const { page } = await openPage(site.browser, site.url + path, {
      viewport: { width: 360, height: 740 },
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await page.context().close();
  });

  it.each(english)("/%s has no code that scrolls sideways at 1280 pixels", async (path) => {
    const { page } = await openPage(site.browser, site.url + path, {
      viewport: { width: 1280, height: 800 },
    });
    const wide = await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
      return [...document.querySelectorAll(".prose .code")]
        .filter((code) => code.scrollWidth > code.clientWidth + 1)
        .map((code) => code.getAttribute("aria-label"));
    });
    expect(wide).toEqual([]);
    await page.context().close();
  });

  it.each(english)("/%s is a page of at most 150 KB, packed", (path) => {
    const html = readFileSync(join("dist", path, "index.html"));
    expect(brotliCompressSync(html).length).toBeLessThanOrEqual(150 * 1024);
  });

  it("opens the first editor with at most 150 KB", async () => {
    const bytes = await firstFocusBytes(`${site.url}03-attention/`);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(150 * 1024);
  });

  it("switches the language and keeps the place", async () => {
    const { page } = await openPage(site.browser, `${site.url}03-attention/`);
    await page.locator("#translate").scrollIntoViewIfNeeded();
    await page.evaluate(() =>
      document.querySelector("#translate")?.scrollIntoView({ block: "start", behavior: "instant" }),
    );
    await page.evaluate(() => document.querySelector<HTMLElement>("[data-language]")?.click());
    await page.waitForURL(/zh\/03-attention/);
    expect(new URL(page.url()).hash).not.toBe("");
    const top = () =>
      page.locator("#translate").evaluate((cell) => Math.abs(cell.getBoundingClientRect().top));
    await expect.poll(top, { timeout: 5_000 }).toBeLessThan(300);
    await page.context().close();
  });

  it("follows every link within the site", async () => {
    const broken: string[] = [];
    for (const path of pages) {
      const { page } = await openPage(site.browser, site.url + path);
      const links = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map((link) => link.href),
      );
      for (const link of new Set(links.filter((each) => each.startsWith(site.url)))) {
        const [address = "", hash] = link.split("#");
        const text = await (await fetch(address)).text();
        if (text === "not found" || (hash && !text.includes(`id="${decodeURIComponent(hash)}"`)))
          broken.push(`${path} → ${link}`);
      }
      await page.context().close();
    }
    expect(broken).toEqual([]);
  });

  it("remembers the theme that the reader chose", async () => {
    const { page } = await openPage(site.browser, site.url, { colorScheme: "light" });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.locator("[data-theme-choice]").selectOption("dark");
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await ground()).toBe(dark);
    await page.context().close();
  });

  it("tells, in this browser, what was read, run and solved", async () => {
    const { page } = await openPage(site.browser, `${site.url}mathematics/`);
    const told = page.locator(".contents .progress");
    expect(await told.isVisible()).toBe(false);
    // In one leap to the end, nothing is read.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.evaluate(() => scrollTo(0, 0));
    const part = page.locator(".part").first();
    await part.evaluate((one) => one.scrollIntoView({ block: "end" }));
    await expect
      .poll(() => told.textContent(), { timeout: 10_000 })
      .toMatch(/read 1 of \d+ sections/);
    expect(await page.locator(".contents .read:not([hidden])").count()).toBe(1);
    await page.locator('.cell:not(.exercise) [data-action="run"]').first().click();
    await expect.poll(() => told.innerText(), { timeout: 20_000 }).toMatch(/ran 1 of \d+ cells/);
    const exercise = page.locator(".exercise-frame").first();
    const starter = (await exercise.locator(".cell").getAttribute("data-cell")) ?? "";
    const solution = join("chapters", starter.replace("starter.ts", "solution.ts"));
    const answer = readFileSync(solution, "utf8");
    await write(page, (await exercise.locator(".cell").getAttribute("id")) ?? "", answer);
    await exercise.locator('[data-action="run"]').click();
    await expect
      .poll(() => told.innerText(), { timeout: 20_000 })
      .toMatch(/solved 1 of \d+ exercises/);
    await page.goto(site.url);
    const brick = page.locator(".brick", { hasText: "The mathematics" });
    expect(await brick.innerText()).toMatch(/read 1 of .*ran 2 of .*solved 1 of/);
    expect(await page.locator(".brick .progress:visible").count()).toBe(1);
    await page.context().close();
  });

  it("counts the last section as read where the page ends, however short it is", async () => {
    const viewport = { width: 1280, height: 2400 };
    const { page } = await openPage(site.browser, `${site.url}mathematics/`, { viewport });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator(".contents .read").last().waitFor({ timeout: 10_000 });
    await page.context().close();
  });

  it("prints code and output, without what only works on a screen", async () => {
    const { page } = await openPage(site.browser, `${site.url}03-attention/`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#scores .code").isVisible()).toBe(true);
    expect(await page.locator("#scores .cell-output").isVisible()).toBe(true);
    expect(await page.locator("button:visible").count()).toBe(0);
    await page.context().close();
  });
});

/** Expects that axe-core finds nothing wrong, on the whole page or in a part of it. */
async function inBothThemes(page: Page, part: string): Promise<void> {
  await page.addScriptTag({ content: readFileSync("node_modules/axe-core/axe.min.js", "utf8") });
  await page.emulateMedia({ colorScheme: "light" });
  expect(await violations(page, part)).toEqual([]);
  // In the dark nothing but the colours is another: these rules look at them.
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(page, part, ["color-contrast", "link-in-text-block"]), "dark").toEqual(
    [],
  );
}

function violations(page: Page, part: string, rules?: string[]): Promise<string[]> {
  return page.evaluate(
    async ([where, runOnly]) => {
      type Found = { violations: { id: string; nodes: { html: string }[] }[] };
      type Run = (where: string, options: object) => Promise<Found>;
      const { axe } = globalThis as unknown as { axe: { run: Run } };
      const found = await axe.run(where, {
        resultTypes: ["violations"],
        ...(runOnly && { runOnly }),
      });
      return found.violations.map(({ id, nodes }) => {
        const first = nodes.slice(0, 3).map((node) => node.html.slice(0, 160));
        return `${id}: ${first.join(" | ")}`;
      });
    },
    [part, rules] as const,
  );
}
