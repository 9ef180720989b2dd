import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { bookInChromium, button, until, write } from "./acts.ts";
import { openPage } from "./browser.ts";

const site = bookInChromium();

const onPage = (act: (page: Page) => Promise<void>, path = "mathematics/") =>
  site.onPage(path, act);

/** A busy machine takes its time. */
const soon = { timeout: 20_000 };
const notices = (page: Page) => page.locator(".notebook-notices");
const chapter = (page: Page, action: string) => page.locator(`[data-chapter-action="${action}"]`);

describe("run all", () => {
  it("shows how far it is over the page, and says at the end how many ran", () =>
    onPage(async (page) => {
      const cells = await page.locator(".cell").count();
      // Slow enough to be seen.
      const slow = "const end = Date.now() + 400;\nwhile (Date.now() < end);\nexport default 1;";
      const first = (await page.locator(".cell").first().getAttribute("id")) ?? "";
      await write(page, first, slow);
      await chapter(page, "run-all").click();
      const bar = page.locator(".notebook-run");
      await bar.waitFor();
      expect(await bar.innerText()).toContain(`${first}.ts`);
      expect(await bar.innerText()).toMatch(new RegExp(`\\d+ / ${cells}`));
      await expect
        .poll(() => notices(page).innerText(), soon)
        .toMatch(new RegExp(`All ${cells} cells ran in`));
      await bar.waitFor({ state: "detached" });
    }));

  it("names the first that failed, and goes to its line", () =>
    onPage(async (page) => {
      const second = (await page.locator(".cell").nth(1).getAttribute("id")) ?? "";
      const cells = await page.locator(".cell").count();
      await write(page, second, 'export default 1;\nthrow new Error("mine");');
      await chapter(page, "run-all").click();
      await expect
        .poll(() => notices(page).innerText(), soon)
        .toMatch(new RegExp(`\\d+ of ${cells} cells failed`));
      await page.evaluate(() => scrollTo(0, 0));
      await notices(page).getByRole("button", { name: second }).click();
      await expect
        .poll(
          () => page.evaluate(() => document.activeElement?.closest(".cell")?.id ?? "elsewhere"),
          soon,
        )
        .toBe(second);
    }));

  it("ends at Stop, all that waits with it", () =>
    onPage(async (page) => {
      const first = (await page.locator(".cell").first().getAttribute("id")) ?? "";
      await write(page, first, "for (;;);");
      await chapter(page, "run-all").click();
      await page.locator(".notebook-run").getByRole("button", { name: "Stop" }).click();
      await page.locator(".notebook-run").waitFor({ state: "detached" });
      await until(page, first, "stopped");
      expect(await page.locator('.cell[data-state="queued"]').count()).toBe(0);
    }));
});

describe("the map of a chapter's cells", () => {
  it("shows which are out of date, and goes to each", () =>
    onPage(async (page) => {
      await chapter(page, "map").click();
      const map = page.locator(".cell-map");
      const row = (name: string) => map.getByRole("button", { name: new RegExp(`^${name}`) });
      await map.waitFor();
      expect(await map.locator("li").count()).toBe(await page.locator(".cell").count());
      expect(await row("scores.ts").getAttribute("aria-label")).toContain(
        "uses mixture.ts, keys.ts",
      );
      await row("keys.ts").click();
      await expect
        .poll(
          () => page.locator("#keys").evaluate((cell) => cell.getBoundingClientRect().top),
          soon,
        )
        .toBeLessThan(700);
      const text = await page.locator("#keys pre").innerText();
      await write(page, "keys", text.replaceAll(/^/gm, "").replace("0.5", "0.6"));
      await expect.poll(() => row("keys.ts").getAttribute("data-state"), soon).toBe("edited");
      await expect.poll(() => row("scores.ts").getAttribute("data-state"), soon).toBe("stale");
      await button(page, "keys", "run").click();
      await expect.poll(() => row("scores.ts").getAttribute("data-state"), soon).toBe("done");
      await chapter(page, "map").click();
      await map.waitFor({ state: "detached" });
    }, "03-attention/"));

  it("is not needed to see who uses a cell: its foot says so, without a script", async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}03-attention/`);
    const link = page.locator("#keys .cell-users a", { hasText: "scores.ts" });
    expect(await link.getAttribute("href")).toBe("#scores");
    await context.close();
  });
});

describe("by keyboard and by ear", () => {
  const said = (page: Page) => page.locator(".notebook-told").textContent();

  it("tells once how a run ended, with its output or its error", () =>
    onPage(async (page) => {
      await write(page, "scores", 'export default "seven apples";');
      await button(page, "scores", "run").click();
      await expect.poll(() => said(page), soon).toMatch(/^scores\.ts: ran in .* seven apples/);
      await write(page, "scores", 'export default 1;\nthrow new Error("no apples");');
      await button(page, "scores", "run").click();
      await expect.poll(() => said(page), soon).toMatch(/^scores\.ts: failed on line 2: no apples/);
      // Nothing else on the page speaks while cells run.
      expect(
        await page.locator(":is(.cell-bar, .cell-output) :is([role=status], [aria-live])").count(),
      ).toBe(0);
    }, "03-attention/"));

  it("tells of a control that is dragged when it comes to rest, not at every step", () =>
    onPage(async (page) => {
      const slider = page.locator("#scale input[type=range]");
      await slider.focus();
      await page.evaluate(() => {
        const counts = { told: 0 };
        Object.assign(globalThis, { counts });
        new MutationObserver((all) => {
          const inTold = all.some(
            ({ target }) => target instanceof Element && target.matches(".notebook-told"),
          );
          if (inTold) counts.told++;
        }).observe(document.body, { childList: true, subtree: true });
      });
      for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowRight");
      await expect.poll(() => said(page), soon).toMatch(/scale\.ts: ran/);
      expect(
        await page.evaluate(
          () => (globalThis as unknown as { counts: { told: number } }).counts.told,
        ),
      ).toBeLessThan(4);
    }, "03-attention/"));

  it("goes from cell to cell, lists its keys, and leaves letters to those who want them", () =>
    onPage(async (page) => {
      const first = page.locator(".cell").first();
      // Before anything else was touched: the key wakes the page.
      await page.keyboard.press("?");
      const sheet = page.locator(".notebook-sheet");
      await sheet.waitFor();
      expect(await sheet.innerText()).toContain("run the cell that you are in");
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "detached" });
      const here = () =>
        page.evaluate(() => document.activeElement?.closest(".cell")?.id ?? "elsewhere");
      await page.keyboard.press("j");
      expect(await here()).toBe(await first.getAttribute("id"));
      await page.keyboard.press("j");
      expect(await here()).toBe(await page.locator(".cell").nth(1).getAttribute("id"));
      await page.keyboard.press("k");
      expect(await here()).toBe(await first.getAttribute("id"));
      // In code, a letter is a letter.
      await write(page, (await first.getAttribute("id")) ?? "", "");
      await page.keyboard.type("// jk?");
      expect(await first.locator(".cm-content").innerText()).toContain("// jk?");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Tab");
      await chapter(page, "more").click();
      await page.getByRole("menuitem", { name: "Keys" }).click();
      await sheet.getByRole("checkbox").uncheck();
      await page.keyboard.press("Escape");
      await page.reload();
      await page.keyboard.press("?");
      await page.waitForTimeout(500);
      expect(await sheet.count()).toBe(0);
    }));

  it("opens a cell's menu, moves in it by arrows, and gives the focus back", () =>
    onPage(async (page) => {
      const more = page.locator(".cell").first().locator('[data-action="more"]');
      await more.focus();
      await page.keyboard.press("Enter");
      const items = page.getByRole("menuitem");
      await items.first().waitFor();
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      expect(await focused()).toBe(await items.first().textContent());
      await page.keyboard.press("ArrowUp");
      expect(await focused()).toBe(await items.last().textContent());
      await page.keyboard.press("Escape");
      await items.first().waitFor({ state: "detached" });
      expect(await focused()).toBe("⋯");
    }));

  it("gives fingers a row of signs over the keyboard, which types and keeps the focus", () =>
    site.onPage(
      "03-attention/",
      async (page) => {
        await page.locator("#scores .cell-code").tap({ position: { x: 120, y: 65 } });
        const row = page.locator(".editor-symbols");
        const code = page.locator("#scores .cm-content");
        const tap = (name: string) => row.getByRole("button", { name, exact: true }).tap();
        await page.keyboard.press("Control+a");
        await tap("{");
        await tap("=>");
        expect(await code.innerText()).toContain("{=>");
        await page.keyboard.press("Control+a");
        await page.keyboard.type("export default ");
        await tap("(");
        await page.keyboard.type("7");
        await tap(")");
        // A closing bracket that came by itself is typed over.
        expect((await code.innerText()).trim()).toBe("export default (7)");
        await tap("Undo");
        await tap("Redo");
        await tap("Run");
        await until(page, "scores", "done");
        expect(await page.locator("#scores .cell-output").innerText()).toBe("7");
        const box = await row.boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(600);
        await page.locator("h1").tap();
        await row.waitFor({ state: "detached" });
      },
      { viewport: { width: 390, height: 600 }, hasTouch: true, isMobile: true },
    ));

  it("says so when a part of it cannot be loaded, and loads it when it can", async () => {
    const { page, wrongs } = await openPage(site.browser, `${site.url}03-attention/`);
    await page.route(/_astro/, (route) => route.abort());
    await button(page, "scores", "run").hover();
    expect(await notices(page).innerText()).toBe("");
    await button(page, "scores", "run").click();
    await expect.poll(() => notices(page).innerText(), soon).toContain("could not be loaded");
    await page.unroute(/_astro/);
    await button(page, "scores", "run").click();
    await until(page, "scores", "done");
    expect(await notices(page).innerText()).toBe("");
    await page.route(/_astro/, (route) => route.abort());
    await page.keyboard.press("?");
    await expect.poll(() => notices(page).innerText(), soon).toContain("could not be loaded");
    await page.locator("#scores .cell-code").click({ position: { x: 120, y: 25 } });
    await expect.poll(() => notices(page).locator("> *").count(), soon).toBeGreaterThan(1);
    await page.unroute(/_astro/);
    await page.keyboard.press("?");
    await page.locator(".notebook-sheet").waitFor();
    await page.keyboard.press("Escape");
    await write(page, "scores", "export default 'loaded';");
    expect(
      wrongs.filter(
        (wrong) =>
          !/^(?:Failed to fetch|Failed to load resource|Applying inline style)/.test(wrong),
      ),
    ).toEqual([]);
    await page.context().close();
  });
});
